import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoomAnswer } from '../../../src/contract/desk-page.ts'
import { loadsRoom } from '../../../src/features/loads/room.tsx'
import { projectRoot } from '../../../src/project-root.ts'
import { Role } from '../../../src/store/generated/client.ts'
import { type World, world } from '../reorganisation/world.ts'

let w: World
beforeAll(async () => {
  w = await world('2025-03-20T02:00:00Z', code => !code.startsWith('TW-'))
  for (const role of Object.values(Role)) await w.join(`Người ${role}`, role, 'UB-NV')
})
afterAll(() => w.store.close())

const ask = (who: string, rest: string, given: Record<string, string | File> | null) =>
  w.as(who, ctx => {
    const form = given && new FormData()
    for (const [name, value] of Object.entries(given ?? {})) form?.append(name, value)
    return loadsRoom.answer(ctx, {
      rest,
      search: new URLSearchParams(),
      form,
      address: 'http://d/desk/nap-du-lieu',
      csrf: 'c',
    })
  })
async function page(answer: RoomAnswer | null): Promise<string> {
  if (!answer || !('body' in answer)) throw new Error('no page')
  return String(await answer.body())
}
/** What the preview's form carries back. */
const carried = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )

const units = 'Mã đơn vị;Tên đơn vị;Loại đơn vị\nUB-KT;Phòng Kinh tế và Hạ tầng;department\n'
const nameOf = async (code: string) => (await w.store.prisma.unit.findUnique({ where: { code } }))?.name

describe('data that come in on the desk', () => {
  it('are shown first, with nothing written, then loaded once, with a line in the log', async () => {
    const html = await page(await ask('Người PNV', 'units', { tep: new File([units], 'don-vi.csv') }))
    expect(html).toContain('Phòng Kinh tế và Hạ tầng')
    expect(await nameOf('UB-KT')).toBe('Phòng Kinh tế')
    const done = await ask('Người PNV', 'units', carried(html))
    expect(done).toMatchObject({ isGood: true })
    expect(await nameOf('UB-KT')).toBe('Phòng Kinh tế và Hạ tầng')
    expect(await w.store.prisma.audit.count({ where: { action: 'data.load.units', to: 'don-vi.csv' } })).toBe(1)
  })

  it('are refused whole, cell by cell, with nothing written', async () => {
    const wrong = `${units}UB-TP;;department\n`.replace('UB-KT;Phòng Kinh tế và Hạ tầng', 'UB-KT;Phòng Khác')
    const html = await page(await ask('Người PNV', 'units', { tep: new File([wrong], 'don-vi.csv') }))
    expect(html).toContain('B3')
    expect(await ask('Người PNV', 'units', { viec: 'nap', tep: new File([wrong], 'don-vi.csv') })).toMatchObject({
      status: 422,
    })
    expect(await nameOf('UB-KT')).not.toBe('Phòng Khác')
  })

  it('are the plan, the calendar and the ranks as well: the same work as on the command line', async () => {
    const plan = await readFile(join(projectRoot, 'prisma/plans/114-kh-ubnd-2024.yaml'))
    expect(
      await page(await ask('Người ADMIN', 'plan', { tep: new File([plan], 'ke-hoach.yaml'), nam: '2025' })),
    ).toContain('2025')
    const days = 'Ngày;Loại ngày;Tên ngày\n02/01/2025;nghỉ;Nghỉ bù\n'
    expect(await page(await ask('Người PNV', 'calendar', { tep: new File([days], 'lich.csv') }))).toContain(
      '02/01/2025',
    )
    const ranks = 'Đơn vị;Xếp hạng\nUB-P-QT;1\nUB-P-TS;2\n'
    expect(
      await page(
        await ask('Người PNV', 'ranking', {
          tep: new File([ranks], 'hang.csv'),
          nam: '2024',
          'quyet-dinh': '123/QĐ-UBND',
        }),
      ),
    ).toContain('Quang Trung')
    expect(await w.store.prisma.rankingEntry.count()).toBe(0)
  })

  it.each(Object.values(Role))('are loaded by those who may: %s', async role => {
    const isAllowed = role === 'PNV' || role === 'ADMIN'
    expect((await ask(`Người ${role}`, '', null)) !== null).toBe(isAllowed)
    const answer = await ask(`Người ${role}`, 'units', { viec: 'nap', tep: new File([units], 'don-vi.csv') })
    expect(answer !== null).toBe(isAllowed)
  })
})
