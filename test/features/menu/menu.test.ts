import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../../src/contract/feature.ts'
import { features } from '../../../src/features/list.ts'
import { behindDoor, menuScreenOf, mostLines } from '../../../src/features/menu/screen.ts'
import { Role } from '../../../src/store/generated/client.ts'
import { type DossierWorld, dossierWorld, ward } from '../dossier/dossier-world.ts'

let world: DossierWorld

beforeAll(async () => {
  world = await dossierWorld()
  await world.join('Đầu mối', 'CLERK', ward)
})
afterAll(() => world.close())

const roles = Object.values(Role)
const holding = (ctx: Ctx, ...held: Role[]): Ctx => ({
  ...ctx,
  person: { ...ctx.person, roles: held.map(role => ({ role, unitCode: ward, position: '' })) },
})

const commands = features.flatMap(feature => feature.commands ?? [])

/** What the menu of somebody leads to, line by line, the doors opened. */
const reached = (ctx: Ctx) => {
  const choices = menuScreenOf(commands)(ctx).choices ?? []
  const behind = (door: string) => (behindDoor(commands, ctx, door).choices ?? []).map(({ go }) => go.to)
  const all = choices.flatMap(({ go }) => (go.to === 'menu.door' ? behind(go.args?.door ?? '') : [go.to]))
  return { lines: choices.length, routes: all.filter(to => to !== 'menu') }
}

describe('the menu', () => {
  it.each([...roles.map(role => [role]), roles])(
    'of %s has at most nine lines, and leads to each thing once',
    async (...held) => {
      const { lines, routes } = await world.as('Đầu mối', async ctx => reached(holding(ctx, ...held)))
      expect(lines).toBeLessThanOrEqual(mostLines)
      expect(new Set(routes).size).toBe(routes.length)
      expect(routes).toEqual(expect.arrayContaining(['tasks', 'records', 'board', 'drafts', 'settings', 'about']))
    },
  )

  it('of a focal point keeps everything within two steps, by number', async () => {
    expect(await world.as('Đầu mối', async ctx => reached(ctx).routes.length)).toBe(22)
    const menu = await world.say('Đầu mối', '/menu')
    const door = await world.say('Đầu mối', String(1 + (menu.choices ?? []).indexOf('Nộp, đăng ký việc khác')))
    expect(door.choices?.at(-1)).toBe('Về menu')
    const launch = await world.say('Đầu mối', String(1 + (door.choices ?? []).indexOf('Gửi văn bản phát động')))
    expect(launch.text).toContain('Quang Trung')
  })

  it('takes the name of what stands behind a door, with or without accents, as it did when all stood on one screen', async () => {
    await world.say('Đầu mối', '/menu')
    expect((await world.say('Đầu mối', 'Danh mục việc (thêm việc, báo xong)')).text).toContain('danh mục')
    await world.say('Đầu mối', '/menu')
    expect((await world.say('Đầu mối', 'bao tong ket phong trao')).text).toContain('tổng kết')
    // A number beyond the screen is none of its lines.
    await world.say('Đầu mối', '/menu')
    expect((await world.say('Đầu mối', '17')).text).toContain('muốn làm việc gì')
  })

  it('a door of another day shows what there is to choose', async () => {
    const screen = await world.as('Đầu mối', async ctx => behindDoor(commands, holding(ctx, 'OBSERVER'), 'work'))
    expect(screen.choices?.map(({ go }) => go.to)).toContain('tasks')
  })
})
