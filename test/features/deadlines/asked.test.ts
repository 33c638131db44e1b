import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedDeadline } from '../../../src/features/deadlines/question.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

describe('a question about a day of the plan', () => {
  it.each([
    ['bao giờ hết hạn nộp văn bản phát động?', { topic: 'launch' }],
    ['khi nào đến hạn gửi văn bản phát động ạ', { topic: 'launch' }],
    ['bao gio het han nop van ban phat dong', { topic: 'launch' }],
    ['hạn báo cáo quý II là ngày nào', { topic: 'report', quarter: '2' }],
    ['hạn chót giải ngân là khi nào?', { topic: 'money' }],
    ['Cho em hỏi hạn nộp báo cáo quý 3 là ngày nào ạ?', { topic: 'report', quarter: '3' }],
    ['vì sao hạn này?', { why: 'yes' }],
    ['tại sao hạn là 29/3', { why: 'yes', day: '03-29' }],
    ['hạn tổng kết là bao giờ', { topic: 'summary' }],
    ['khi nào nộp báo cáo quý 2', { topic: 'report', quarter: '2' }],
    ['khi nào em phải nộp tổng kết ạ', { topic: 'summary' }],
    ['còn bao nhiêu ngày nữa phải nộp văn bản phát động', { topic: 'launch' }],
  ])('%s', (text, args) => {
    expect(askedDeadline(text)).toEqual({ to: 'deadline', args })
  })

  it.each([
    '20/20',
    'hôm nào rảnh em gửi',
    'khi nào có số tôi nộp',
    'bao giờ xong em gửi anh ạ',
    'Bao giờ cũng đúng hạn nên người dân hài lòng; tỷ lệ đạt 98%.',
    'Giải quyết hồ sơ đúng hạn',
    'Số hóa hồ sơ trước hạn',
    'Hạn chế nộp hồ sơ trực tiếp',
    'Đơn vị đã phát động phong trào từ ngày 20/3',
    'Quyết định nêu lý do gia hạn và ngày trả kết quả',
    'Vì sao chọn mô hình này: giảm thời gian đi lại của người dân',
    'xong',
  ])('«%s» is none', text => {
    expect(askedDeadline(text)).toBeUndefined()
  })
})

describe('is answered from the plan', () => {
  let world: PlanWorld
  beforeAll(async () => {
    world = await planWorld('2024-03-20T02:00:00Z')
    await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
    await world.join('Công chức', 'OFFICIAL', 'UB-P-QT')
  })
  afterAll(() => world.close())

  it('with the own unit’s duty, the last working day, the days off and the section', async () => {
    const { text } = await world.say('Đầu mối', 'bao giờ hết hạn nộp văn bản phát động?')
    expect(text).toContain('UBND phường Quang Trung')
    expect(text).toContain('Hạn: hết Chủ nhật 31/03/2024.')
    expect(text).toContain('thứ Sáu 29/03/2024, vì thứ Bảy 30/03/2024, Chủ nhật 31/03/2024 là ngày nghỉ')
    expect(text).toContain('Còn 7 ngày làm việc')
    expect(text).toContain('Kế hoạch 114/KH-UBND ghi «trong Quý I/2024» (mục IV.1)')
  })

  it('tells why a day is the last working day, and skips the holidays by name', async () => {
    const why = await world.say('Đầu mối', 'tại sao hạn là 29/3')
    expect(why.text).toContain('Gửi văn bản phát động')
    const quarter = await world.say('Đầu mối', 'hạn báo cáo quý II là ngày nào')
    expect(quarter.text).toContain('30/06/2024')
    expect(quarter.text).toContain('18/04 (Giỗ Tổ Hùng Vương)')
    expect(quarter.text).toContain('không nêu chế độ báo cáo định kỳ')
  })

  it('does not call an expected day a deadline', async () => {
    const { text } = await world.say('Đầu mối', 'hạn tổng kết là bao giờ')
    expect(text).toContain('Dự kiến:')
    expect(text).not.toContain('Hạn: hết')
  })

  it('somebody who owes nothing is answered too', async () => {
    const { text } = await world.say('Công chức', 'bao giờ hết hạn nộp văn bản phát động?')
    expect(text).toContain('31/03/2024')
  })

  it('within a form it is answered and never becomes the answer; the draft stays', async () => {
    await world.talk('Đầu mối', '/sangkien')
    await world.say('Đầu mối', 'Mô hình một cửa thân thiện')
    const { text } = await world.say('Đầu mối', 'vì sao hạn này?')
    expect(text).toContain('Kế hoạch 114/KH-UBND')
    const draft = await world.store.prisma.draft.findFirstOrThrow({ include: { answers: true } })
    expect(draft.answers.map(({ field }) => field)).toEqual(['title'])
    expect(JSON.stringify(draft.answers)).not.toContain('vì sao')
  })
})
