import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RoomAnswer } from '../../../src/contract/desk-page.ts'
import { stopRoom } from '../../../src/features/nominations/stop-room.tsx'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'
import { waitingNominee } from '../awarding/waiting-nominee.ts'

const [officer, clerk] = ['Cán bộ Nội vụ', 'Đầu mối'] as const
const list = [
  'Họ và tên,Đơn vị,Loại việc,Nội dung,Có hiệu lực đến',
  'Nguyễn Mẫu Một,UBND phường Quang Trung,Khiếu nại,Đơn đang xác minh,31/01/2025',
  'Trần Mẫu Hai,,Kỷ luật,,',
  'Lê Mẫu Ba,UBND phường Nam Khê,Thanh tra,,',
].join('\n')

let world: PlanWorld
beforeAll(async () => {
  world = await planWorld('2024-12-16T02:00:00Z')
  await world.join(officer, 'PNV', 'UB-NV')
  const authorId = await world.join(clerk, 'CLERK', 'UB-P-QT')
  for (const [index, name] of ['Nguyễn Mẫu Một', 'Trần Mẫu Hai', 'Lê Mẫu Ba'].entries())
    await waitingNominee(world.store.prisma, world.clock.now(), {
      number: index + 1,
      name,
      unitCode: 'UB-P-QT',
      authorId,
    })
})
afterAll(() => world.close())

async function ask(rest: string, fields: Readonly<Record<string, string | File>> | null): Promise<string> {
  world.clock.advance(1_000)
  const answer: RoomAnswer | null = await world.as(officer, ctx => {
    const form = fields && new FormData()
    for (const [name, value] of Object.entries(fields ?? {})) form?.append(name, value)
    const asked = { rest, search: new URLSearchParams(), form, address: '/desk/thong-tin-can-tro', csrf: 'c' }
    return stopRoom.answer(ctx, asked)
  })
  if (!answer) return 'nothing'
  if ('goTo' in answer) return answer.say
  return 'body' in answer ? String(await answer.body()) : 'file'
}

const given = { 'co-quan': 'Thanh tra thành phố', ngay: '16/12/2024', 'den-ngay': '31/12/2024' }
const file = (text: string) => new File([text], 'ds.csv', { type: 'text/csv' })
const stored = () => world.store.prisma.stopFact.findMany({ orderBy: { name: 'asc' } })

it('a list is looked at first: whom it may be about is told, surely or by the name alone, and nothing is kept', async () => {
  const shown = await ask('xem', { ...given, tep: file(list) })
  const lines = shown.split('<li>').slice(1)
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('KT-001')
  expect(lines[0]).not.toContain('trùng tên')
  expect(lines[1]).toMatch(/KT-002.*tên/s)
  // Named at another unit: somebody else.
  expect(lines[2]).not.toContain('KT-')
  expect(await stored()).toEqual([])
  expect(await ask('xem', { ...given, 'co-quan': '', tep: file(list) })).toContain('role="alert"')
  expect(await ask('xem', { ...given, tep: file('Họ và tên,Có hiệu lực đến\nNgười Mẫu,31/02/2025') })).toContain(
    '31/02/2025',
  )
  expect(await stored()).toEqual([])
})

it('is taken in once, each entry until its last day, and ends with a conclusion in words, once', async () => {
  const shown = await ask('xem', { ...given, tep: file(list) })
  const kept = /name="danh-sach" value="([^"]*)"/.exec(shown)?.[1]?.replaceAll('&quot;', '"') ?? ''
  const taken = { 'co-quan': 'Thanh tra thành phố', ngay: '2024-12-16', 'danh-sach': kept }
  expect(await ask('nap', taken)).toContain('3')
  await ask('nap', taken)
  const facts = await stored()
  expect(facts.map(({ name, expiresOn }) => [name, expiresOn])).toEqual([
    ['Lê Mẫu Ba', '2024-12-31'],
    ['Nguyễn Mẫu Một', '2025-01-31'],
    ['Trần Mẫu Hai', '2024-12-31'],
  ])
  const [, complaint] = facts
  const id = complaint?.id ?? ''
  const concluded = async () => (await world.store.prisma.stopFact.findUniqueOrThrow({ where: { id } })).conclusion
  await ask('ket-luan', { id, kq: 'CLEARED', 'ket-luan': ' ' })
  expect(await concluded()).toBeNull()
  await ask('ket-luan', { id, kq: 'CLEARED', 'ket-luan': 'Không có vi phạm' })
  await ask('ket-luan', { id, kq: 'VIOLATION', 'ket-luan': 'Ghi lại' })
  expect(await concluded()).toBe('CLEARED')
  expect(await ask('', null)).toContain('Không có vi phạm')

  // The day after the last day it is on the page no more.
  world.clock.set('2025-01-01T02:00:00Z')
  const later = await ask('', null)
  expect(later).toContain('Nguyễn Mẫu Một')
  expect(later).not.toContain('Trần Mẫu Hai')
})

it('is a page of the office: a unit’s people do not find it', async () => {
  expect(await world.as(officer, async ({ person }) => stopRoom.mayOpen(person))).toBe(true)
  expect(await world.as(clerk, async ({ person }) => stopRoom.mayOpen(person))).toBe(false)
})
