import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RoomAnswer } from '../../../src/contract/desk-page.ts'
import type { Outcome, Screen } from '../../../src/contract/feature.ts'
import { chooseNudge, previewNudge, sendNudge } from '../../../src/features/broadcast/nudge.ts'
import { broadcastRoom } from '../../../src/features/broadcast/room.tsx'
import type { Store } from '../../../src/store/open.ts'
import { asPerson } from '../../reminders/as-person.ts'
import { type Season, storedSeason } from '../../reminders/stored-season.ts'
import { freshEmbedded } from '../../support/database.ts'

let store: Store
let season: Season

beforeAll(async () => {
  store = await freshEmbedded()
})
beforeEach(async () => {
  await store.prisma.$executeRawUnsafe(
    'TRUNCATE campaign, unit, person, account, outbox, audit, lease, setting RESTART IDENTITY CASCADE',
  )
  season = await storedSeason(store, ['A', 'B'])
  season.clock.set('2024-03-25T02:00:00Z')
})
afterAll(() => store.close())

function ask(rest: string, fields: readonly (readonly [string, string])[] | null = null, search = '') {
  const form = fields && new FormData()
  for (const [name, value] of fields ?? []) form?.append(name, value)
  const request = { rest, search: new URLSearchParams(search), form, address: '/desk/gui-tin', csrf: 'c' }
  return asPerson(season, 'officer', ctx => broadcastRoom.answer(ctx, request))
}

async function htmlOf(answer: RoomAnswer | null): Promise<string> {
  if (!answer || !('body' in answer)) throw new Error('a page was expected')
  return String(await answer.body())
}

/** The fields of the form on the page, as a browser would post them. */
function fieldsOf(html: string): [string, string][] {
  const values = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return values.map(([, name = '', value = '']) => [name, value.replaceAll('&#39;', "'").replaceAll('&quot;', '"')])
}

const composed: (readonly [string, string])[] = [
  ['ma', '018e6f00-0000-7000-8000-000000000001'],
  ['toi', 'duty:D02:'],
  ['vai', 'focalPoint'],
  ['noi-dung', 'Chào [tên],\r\nviệc: [việc]'],
  ['khi', 'ngay'],
  ['ly-do', 'Sắp đến hạn'],
]

describe('writing a broadcast on the desk', () => {
  test('begins with what is nearest, and a ready text', async () => {
    const html = await htmlOf(await ask('moi'))
    expect(html).toContain('<option value="duty:D02:" selected')
    expect(html).toContain('[còn lại]')
    expect(html).toContain('UBND các phường, xã (2)')
  })

  test('a template takes the place of the text and keeps everything else', async () => {
    const html = await htmlOf(await ask('moi', [...composed, ['do', 'mau:overdue']]))
    expect(html).toContain('đã quá hạn')
    expect(html).toContain('value="Sắp đến hạn"')
    expect(html).not.toContain('Chào [tên]')
  })

  test('what is wrong is said above the form, which keeps what was typed', async () => {
    const broken = composed.map(([name, value]) => [name, name === 'ly-do' ? 'abc' : value] as const)
    const answer = await ask('moi', [...broken, ['do', 'xem']])
    expect(answer).toMatchObject({ status: 422 })
    const html = await htmlOf(answer)
    expect(html).toContain('ghi giúp lý do')
    expect(html).toContain('Chào [tên],\nviệc: [việc]')
  })

  test('the preview carries everything to the confirmation, which sends it once however often it is posted', async () => {
    const preview = await htmlOf(await ask('moi', [...composed, ['do', 'xem']]))
    expect(preview).toContain('2 người ở 2 đơn vị')
    expect(preview).toContain('Chào clerk-A,\nviệc: Văn bản phát động phong trào thi đua')
    expect(await store.prisma.outbox.count()).toBe(0)
    const fields: [string, string][] = [...fieldsOf(preview), ['do', 'gui']]
    const [first, second] = await Promise.all([ask('moi', fields), ask('moi', fields)])
    expect([first, second]).toEqual([
      expect.objectContaining({ goTo: '/desk/gui-tin/018e6f00-0000-7000-8000-000000000001', isGood: true }),
      expect.objectContaining({ goTo: '/desk/gui-tin/018e6f00-0000-7000-8000-000000000001', isGood: true }),
    ])
    expect(await store.prisma.outbox.count({ where: { kind: 'BROADCAST' } })).toBe(2)
    const result = await htmlOf(await ask('018e6f00-0000-7000-8000-000000000001'))
    expect(result).toContain('Đang chờ (2)')
    expect(result).toContain('Họ clerk-B')
    expect(await htmlOf(await ask(''))).toContain('0/2')
  })

  test('why a message did not go out, or went another way, is told in words', async () => {
    await ask('moi', [...composed, ['do', 'gui']])
    const rows = await store.prisma.outbox.findMany({ where: { kind: 'BROADCAST' }, orderBy: { seq: 'asc' } })
    const ends = [
      { state: 'UNREACHABLE', why: 'outsideWindow' },
      { state: 'SENT', why: 'otherLost', sentAt: new Date() },
    ] as const
    for (const [index, data] of ends.entries())
      await store.prisma.outbox.update({ where: { seq: rows[index]?.seq ?? 0n }, data })
    const result = await htmlOf(await ask('018e6f00-0000-7000-8000-000000000001'))
    expect(result).toContain('người nhận im lặng quá lâu, Zalo không cho nhắn trước nữa')
    expect(result).toContain('kênh ưu tiên của người nhận không nhận tin nữa')
  })

  test('cancelling needs a reason, and there is no page for an unknown message', async () => {
    await ask('moi', [...composed, ['do', 'gui']])
    const id = '018e6f00-0000-7000-8000-000000000001'
    expect(
      await ask(id, [
        ['do', 'huy'],
        ['ly-do', 'ừ'],
      ]),
    ).toMatchObject({ status: 422 })
    expect(
      await ask(id, [
        ['do', 'huy'],
        ['ly-do', 'Gửi nhầm'],
      ]),
    ).toMatchObject({ isGood: true })
    expect(await htmlOf(await ask(id, null, 'kq=cancelled'))).toContain('cán bộ đã hủy')
    expect(await ask('018e6f00-0000-7000-8000-00000000000f')).toBeNull()
    expect(await ask('khong-co')).toBeNull()
  })
})

describe('the nudge in the chat', () => {
  const screen = (outcome: Outcome): Screen => {
    if (!('text' in outcome)) throw new Error('a screen was expected')
    return outcome
  }
  const press = async (name: string, route: typeof previewNudge, args: Readonly<Record<string, string>> = {}) =>
    screen(await asPerson(season, name, ctx => route(ctx, args)))

  test('shows who would get it and what they would read, and sends it once', async () => {
    const first = await press('officer', chooseNudge)
    expect(first.choices?.[0]?.label).toContain('còn 2 đơn vị')
    const preview = await press('officer', previewNudge, first.choices?.[0]?.go.args)
    expect(preview.text).toContain('4 người ở 2 đơn vị')
    expect(preview.text).toContain('còn 4 ngày làm việc')
    const send = preview.choices?.[0]?.go.args
    expect((await press('officer', sendNudge, send)).text).toContain('Đã xếp hàng gửi cho 4 người')
    expect((await press('officer', sendNudge, send)).text).toContain('đã được gửi từ trước')
    expect(await store.prisma.outbox.count({ where: { kind: 'BROADCAST' } })).toBe(4)
  })

  test('is nobody’s but an officer’s', async () => {
    expect((await press('clerk-A', chooseNudge)).choices).toBeUndefined()
    await press('head-A', sendNudge, { duty: 'D02', period: '', id: '018e6f00-0000-7000-8000-000000000002' })
    expect(await store.prisma.outbox.count()).toBe(0)
  })
})
