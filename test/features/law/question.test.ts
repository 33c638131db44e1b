import { describe, expect, it } from 'vitest'
import { askedLaw } from '../../../src/features/law/question.ts'

describe('a question about the law', () => {
  it.each([
    ['theo luật nào?', { topic: 'campaign' }],
    ['Phong trào này theo luật nào ạ?', { topic: 'campaign' }],
    ['cho em hỏi hồ sơ khen thưởng áp dụng nghị định nào', { topic: 'campaign' }],
    ['căn cứ pháp lý là gì', { topic: 'campaign' }],
    ['theo luat nao nam 2025', { topic: 'campaign', year: '2025' }],
    ['tiền thưởng bao nhiêu?', { topic: 'prize' }],
    ['Mức tiền thưởng giấy khen cho tập thể là bao nhiêu ạ?', { topic: 'prize' }],
    ['tiền thưởng bao nhiêu ngày 5/7/2026', { topic: 'prize', day: '2026-07-05' }],
    ['ai tặng giấy khen?', { topic: 'award' }],
    ['ai có thẩm quyền tặng giấy khen năm 2026', { topic: 'award', year: '2026' }],
    ['báo cáo thành tích theo mẫu nào?', { topic: 'form' }],
    ['mẫu tờ trình nào', { topic: 'form' }],
    ['mẫu báo cáo thành tích số mấy', { topic: 'form' }],
    ['thời hạn thẩm định hồ sơ là bao lâu', { topic: 'limit' }],
  ])('%s', (text, args) => {
    expect(askedLaw(text)).toEqual({ to: 'law', args })
  })

  it.each([
    'Đơn vị thực hiện theo luật và quy định của ngành',
    'Làm theo luật nào cũng được, miễn đúng hạn và đúng quy trình',
    'Tiền thưởng bao nhiêu đã chi đủ cho tập thể và cá nhân',
    'Ai tặng giấy khen cũng đã được ghi trong biên bản họp',
    'Tặng giấy khen cho 3 tập thể và 5 cá nhân',
    'Giải pháp: niêm yết công khai mẫu tờ trình nào còn thiếu',
    'thẩm định hồ sơ trong 10 ngày',
    'vì sao hạn này?',
    'xong',
  ])('«%s» is none', text => {
    expect(askedLaw(text)).toBeUndefined()
  })
})
