import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { DraftState } from '../../src/conversation/draft.ts'
import { step } from '../../src/conversation/step.ts'
import { everyKindForm, testTexts } from '../support/every-kind-form.ts'

const env = { t: testTexts, today: Temporal.PlainDate.from('2024-03-20') }

/** What is kept of a line at a question that may be left out, if anything. */
function answered(position: string, text: string) {
  const draft: DraftState = { position, pending: null, params: {}, answers: {} }
  const { changes } = step(everyKindForm, draft, { type: 'text', text }, env)
  return changes.find(({ field }) => field === position)?.value
}

describe.each(['address', 'coAuthors', 'files'])('the question «%s», which may be left out', position => {
  it.each([
    'không có ảnh ạ',
    'em không có tệp nào',
    'dạ em chưa có link ạ',
    'không đính kèm gì thêm đâu chị',
    'khong co anh dau a',
    'bên em không có ảnh minh chứng',
    'không có đồng tác giả nào khác',
    'hông có hình nào hết trơn á',
    'khỏi cần ạ',
  ])('is left out with «%s»', text => {
    expect(answered(position, text)).toBeNull()
  })

  it.each([
    'chưa có ảnh, mai em gửi',
    'không gửi được ảnh',
    'không có ảnh thì có sao không',
    'không có vướng mắc gì',
    'không có mạng',
  ])('is not answered by «%s»', text => {
    expect(answered(position, text)).toBeUndefined()
  })
})
