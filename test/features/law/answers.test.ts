import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lapsesWaiting } from '../../../src/features/law/lapses.ts'
import { lawRoom } from '../../../src/features/law/room.tsx'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

describe('the law is told in the chat', () => {
  let world: PlanWorld
  beforeAll(async () => {
    world = await planWorld('2024-12-02T02:00:00Z')
    await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
    await world.join('Cán bộ', 'PNV', 'UB-NV')
  })
  afterAll(() => world.close())

  it('of the campaign, whose decree of 2024 stays', async () => {
    const { text } = await world.say('Đầu mối', 'theo luật nào?')
    expect(text).toContain('Phong trào năm 2024:')
    expect(text).toContain('Nghị định số 98/2023/NĐ-CP')
    expect(text).not.toContain('152/2025')
  })

  it('with the form by its purpose: number 08 in 2024, the topic report without a number in 2026', async () => {
    const now = await world.say('Đầu mối', 'báo cáo thành tích theo mẫu nào?')
    expect(now.text).toContain('theo chuyên đề (dùng cho tập thể và cá nhân) (Mẫu số 08) – Nghị định số 98/2023/NĐ-CP')
    const later = await world.say('Đầu mối', 'báo cáo thành tích theo mẫu nào ngày 15/3/2026')
    expect(later.text).toContain('Báo cáo thành tích khen thưởng thi đua theo chuyên đề – Nghị định số 152/2025/NĐ-CP')
    expect(later.text).not.toContain('Mẫu số 08')
  })

  it('with sums in đồng, and how they are made', async () => {
    const { text } = await world.say('Đầu mối', 'tiền thưởng bao nhiêu?')
    expect(text).toContain('Tập thể, cấp thành phố: 1.404.000 đồng (0,6 × lương cơ sở 2.340.000 đồng)')
    expect(text).toContain('cần cán bộ nghiệp vụ kiểm tra')
  })

  it('with the ward chair as authority in 2026, under a caution', async () => {
    const { text } = await world.say('Đầu mối', 'ai tặng giấy khen năm 2026')
    expect(text).toContain('Chủ tịch Ủy ban nhân dân cấp xã')
    expect(text).not.toContain('cấp huyện')
    expect(text).toContain('nội dung sửa đổi chưa được đối chiếu')
  })

  it('refused, with the reason, for a campaign across 01/07/2025, after 01/03/2027 and for a day that does not exist', async () => {
    const across = await world.say('Đầu mối', 'theo luật nào năm 2025?')
    expect(across.text).toContain('Quy định thay đổi từ ngày 01/07/2025')
    expect(across.text).toContain('không chọn thay')
    const lapsed = await world.say('Đầu mối', 'ai tặng giấy khen ngày 2/3/2027')
    expect(lapsed.text).toContain('chưa rõ văn bản thay thế')
    const unknown = await world.say('Đầu mối', 'tiền thưởng bao nhiêu ngày 31/4/2026')
    expect(unknown.text).toContain('không phải là một ngày có thật')
  })

  it('and why a time limit ends on its day: rule, counting, days off left out', async () => {
    const { text } = await world.say('Đầu mối', 'thời hạn thẩm định là bao lâu ngày 12/4/2024')
    expect(text).toContain('chậm nhất ngày 02/05/2024')
    expect(text).toContain('10 ngày làm việc sau ngày 12/04/2024')
    expect(text).toContain('18/04/2024 (Giỗ Tổ Hùng Vương)')
  })

  it('the deadline of the dossier names its law and the days off that it leaves out', async () => {
    const { text } = await world.say('Đầu mối', 'vì sao hạn nộp hồ sơ khen thưởng')
    expect(text).toContain('Luật áp dụng cho hồ sơ: Luật số 06/2022/QH15; Nghị định số 98/2023/NĐ-CP')
    expect(text).toContain('Không tính các ngày nghỉ trong khoảng này: ')
  })

  it('the page keeps the day in its address and shows both readings of a dossier in between', async () => {
    const html = await pageOn(world, 'ngay=2026-12-15&nhan=2026-09-15')
    expect(html).toContain('value="2026-12-15"')
    expect(html).toContain('Cách hiểu thứ nhất')
    expect(html).toContain('Cách hiểu thứ hai')
    const partly = await pageOn(world, 'ngay=2025-07-15&nhan=2025-06-20')
    expect(partly).toContain('Quyết định tặng Giấy khen (Mẫu 1.2)')
    expect(partly).toContain('Phần còn lại: Quy định thay đổi từ ngày 01/07/2025')
    expect(await pageOn(world, 'ngay=2023-05-01')).toContain('Trợ lý chỉ có quy định từ ngày 01/01/2024')
  })
})

describe('a lapse of the law', () => {
  it('waits for the officers from 90 days before, and for nobody else', async () => {
    const world = await planWorld('2026-11-30T02:00:00Z')
    await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
    await world.join('Cán bộ', 'PNV', 'UB-NV')
    expect(await world.as('Cán bộ', lapsesWaiting)).toEqual([])
    world.clock.advance(24 * 3_600_000)
    const [first] = await world.as('Cán bộ', lapsesWaiting)
    expect(first?.label).toContain('Nghị định số 152/2025/NĐ-CP hết hiệu lực từ ngày 01/03/2027')
    expect(first?.page).toBe(lawRoom.path)
    expect(await world.as('Đầu mối', lapsesWaiting)).toEqual([])
    await world.close()
  })
})

async function pageOn(world: PlanWorld, search: string): Promise<string> {
  return world.as('Cán bộ', async ctx => {
    const request = { rest: '', search: new URLSearchParams(search), form: null, address: '/desk/luat', csrf: '' }
    const answer = await lawRoom.answer(ctx, request)
    if (answer === null || !('body' in answer)) throw new Error('the page is not there')
    return String(await answer.body())
  })
}
