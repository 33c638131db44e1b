import { expect, test } from 'vitest'
import { readInteger } from '../../src/reading/number.ts'

const ideas = 'số mô hình, giải pháp, sáng kiến đã đăng ký'
const papers = 'số văn bản đã sửa đổi, bổ sung, bãi bỏ hoặc đề nghị ban hành mới'
const cases = 'số trường hợp nhũng nhiễu, gây khó khăn đã được xác nhận trong cơ quan, đơn vị'
const works = 'số tác phẩm tuyên truyền về cải cách hành chính và về mô hình, sáng kiến, giải pháp hiệu quả'

test.each([
  [ideas, '5 sáng kiến', 5],
  [ideas, '5 sang kien', 5],
  [ideas, 'năm giải pháp ạ', 5],
  [ideas, '3 đề tài nhé', 3],
  [ideas, '2 cái', 2],
  [ideas, '7', 7],
  [ideas, '4 em nhé', 4],
  [ideas, '4 anh ạ', 4],
  [ideas, '2 lớp tập huấn, 3 sáng kiến', 3],
  [ideas, '3 sáng kiến, 2 hội nghị', 3],
  [papers, '3 quyết định', 3],
  [papers, '12 vb', 12],
  [cases, '2 người', 2],
  [cases, '1 vụ việc', 1],
  [works, '5 bài', 5],
  [works, '12 tin bài', 12],
  [works, '2 video', 2],
  ['lượt người', '120 học sinh', 120],
  ['lượt người', '2 buổi, 120 lượt người', 120],
  ['lượt người', '45 hộ dân', 45],
  ['số cờ đã treo', '5 hội nghị', 5],
  ['', '5 hội nghị', 5],
])('what is counted «%s»: «%s» is %i', (counts, typed, value) => {
  expect(readInteger(typed, { counts })).toMatchObject({ ok: true, value })
})

test.each([
  [ideas, '2 hội nghị', [2]],
  [ideas, '10 tin nhắn ạ', [10]],
  [ideas, '12 người tham gia', [12]],
  [ideas, '3 phường', [3]],
  [papers, '4 buổi họp', [4]],
  [works, '6 người', [6]],
  ['lượt người', '3 buổi', [3]],
  ['lượt người', '5 hồ sơ', [5]],
  ['lượt người', '2 buổi ở 3 khu', [2, 3]],
])('what is counted «%s»: «%s» is asked about', (counts, typed, candidates) => {
  expect(readInteger(typed, { counts })).toEqual({ ok: false, kind: 'ask', why: 'otherThing', candidates })
})
