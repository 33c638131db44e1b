import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Duty } from '../../src/campaign/duty.ts'
import { calendar } from '../../src/features/calendar/feature.ts'
import { taskList } from '../../src/features/tasks/feature.ts'
import { calendarFile } from '../../src/web/calendar-file.ts'
import { createWeb } from '../../src/web/server.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'
import { type AWeb, aWeb } from './a-web.ts'

const launch: Duty = {
  code: 'D02',
  name: 'Văn bản phát động',
  owedBy: { kind: 'every' },
  target: null,
  metBy: { kind: 'launchDocument' },
  due: { kind: 'once', deadline: 'D02' },
  legalText: 'trong quý I/2024',
  opensDaysBefore: null,
  ladder: 'default',
  isVoluntary: false,
  section: 'IV.1',
}

let world: ChatWorld
let web: AWeb
beforeAll(async () => {
  web = await aWeb()
  world = await chatWorld('2024-03-20T02:00:00Z', { features: [taskList, calendar], plan: { duties: [launch] } })
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Đầu mối Hai', 'CLERK', 'P2')
  await world.owe('P1', 'D02', [], '2024-03-31')
  await world.owe('P2', 'D02', [], '2024-03-31')
})
afterAll(async () => {
  await world.close()
  await web.close()
})

const follow = (path: string) => createWeb(world.system, { ...web.parts, features: [taskList, calendar] }).request(path)

async function newAddress(): Promise<string> {
  await world.say('Đầu mối', '/lich')
  const answer = await world.say('Đầu mối', '1')
  const [link] = answer.links ?? []
  return new URL(link?.url ?? 'http://none').pathname
}

it('shows a calendar program the days of the own unit and of no other, without anybody signing in', async () => {
  const answer = await follow(await newAddress())
  expect(answer.headers.get('content-type')).toContain('text/calendar')
  const file = (await answer.text()).replaceAll('\r\n ', '')
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(file).toContain('DTSTART;VALUE=DATE:20240331')
  expect(file).toContain('SUMMARY:Văn bản phát động – UBND phường Một')
})

it('a new address ends the one before, and nobody guesses one', async () => {
  const [first, second] = [await newAddress(), await newAddress()]
  expect((await follow(second)).status).toBe(200)
  expect((await follow(first)).status).toBe(404)
  expect((await follow(`/lich/${'a'.repeat(43)}.ics`)).status).toBe(404)
  expect((await follow('/lich/..%2Fx.ics')).status).toBe(404)
})

it('ends when its owner says so', async () => {
  const address = await newAddress()
  await world.say('Đầu mối', 'lịch của tôi')
  await world.say('Đầu mối', '2')
  expect((await follow(address)).status).toBe(404)
})

it('a day is the same day wherever the server stands, and no title can break out of its line', () => {
  const title = 'Một\r\nBEGIN:VALARM; hai, ba'
  const changes = { sequence: 0, changedAt: new Date(0) }
  const dates = [{ id: 'x', day: '2024-12-31', title, more: '', isTentative: true, ...changes }]
  const file = calendarFile({ name: 'Hạn', address: 'https://thidua.example.vn', dates })
  expect(file).toContain('DTSTART;VALUE=DATE:20241231')
  expect(file).toContain('STATUS:TENTATIVE')
  expect(file).not.toMatch(/^BEGIN:VALARM/m)
})
