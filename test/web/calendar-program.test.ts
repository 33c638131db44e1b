import { readFile } from 'node:fs/promises'
import { join as path } from 'node:path'
import ical from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { features } from '../../src/features/list.ts'
import { readAsked } from '../../src/features/reorganisation/asked.ts'
import { reorganise } from '../../src/features/reorganisation/reorganise.ts'
import { noChoices } from '../../src/features/reorganisation/stored.ts'
import { newCalendarAddress } from '../../src/people/calendar-address.ts'
import { projectRoot } from '../../src/project-root.ts'
import { newId } from '../../src/store/new-id.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { createWeb } from '../../src/web/server.ts'
import { kinds, type World, world } from '../features/reorganisation/world.ts'
import { type AWeb, aWeb } from './a-web.ts'

let w: World
let web: AWeb
const tokens = new Map<string, string>()

async function address(name: string): Promise<void> {
  const now = w.clock.now()
  tokens.set(name, await inTransaction(w.store.prisma, tx => newCalendarAddress(tx, w.idOf(name), now)))
}

beforeAll(async () => {
  web = await aWeb()
  w = await world('2025-03-20T02:00:00Z')
  await w.join('Đầu mối', 'CLERK', 'UB-P-QT')
  await w.join('Người thay', 'OFFICIAL', 'UB-P-QT')
  await w.join('Cán bộ', 'PNV', 'UB-NV')
  for (const name of ['Đầu mối', 'Người thay']) await address(name)
})
afterAll(async () => {
  await w.store.close()
  await web.close()
})

async function file(name: string): Promise<string> {
  w.clock.advance(60_000)
  const answer = await createWeb(w.system, { ...web.parts, features }).request(`/lich/${tokens.get(name)}.ics`)
  return answer.text()
}

interface Event {
  uid: string
  day: string
  title: string
  sequence: number
  modified: string
}

/** As a calendar program reads it. */
async function events(name: string): Promise<ReadonlyMap<string, Event>> {
  const read = new ical.Component(ical.parse(await file(name)))
  const all = read.getAllSubcomponents('vevent').map(one => {
    const event = new ical.Event(one)
    const modified = String(one.getFirstPropertyValue('last-modified'))
    return { uid: event.uid, day: String(event.startDate), title: event.summary, sequence: event.sequence, modified }
  })
  return new Map(all.map(event => [event.uid, event]))
}

it('is written in lines of at most 75 octets that end as RFC 5545 wants, and says what it means when it is put together again', async () => {
  const written = await file('Đầu mối')
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(written.endsWith('\r\n') || written.endsWith('END:VCALENDAR')).toBe(true)
  const long = written.split('\r\n').filter(line => Buffer.byteLength(line) > 75)
  expect(long).toEqual([])
  // No sign of several octets was cut in two.
  expect(written).not.toContain('\uFFFD')
  const read = [...(await events('Đầu mối')).values()]
  expect(read.length).toBeGreaterThan(3)
  expect(read.map(({ title }) => title).join()).toContain('phường Quang Trung')
})

it('is the same until something changes; a day that moves keeps its name, and its number grows', async () => {
  const before = await file('Đầu mối')
  expect(await file('Đầu mối')).toBe(before)
  const obligation = await w.store.prisma.obligation.findFirstOrThrow({
    where: { unitCode: 'UB-P-QT', dutyCode: 'D02' },
  })
  const eventOf = async () => [...(await events('Đầu mối')).values()].find(({ uid }) => uid.startsWith(obligation.id))
  const [first] = [await eventOf()]
  await w.store.prisma.obligation.update({ where: { id: obligation.id }, data: { dueOn: '2025-04-10' } })
  const moved = await eventOf()
  expect([moved?.uid, moved?.day, first?.sequence, moved?.sequence]).toEqual([first?.uid, '2025-04-10', 0, 1])
  expect((moved?.modified ?? '') > (first?.modified ?? '')).toBe(true)
  expect((await eventOf())?.sequence).toBe(1)
})

it('a stand-in sees what is owed while they stand in, and no longer', async () => {
  expect((await events('Người thay')).size).toBe(0)
  const days = { validFrom: '2025-03-20', validTo: '2025-03-25' }
  const place = { unitCode: 'UB-P-QT', role: 'CLERK' as const, inPlaceOf: w.idOf('Đầu mối') }
  await w.store.prisma.roleAssignment.create({
    data: { id: newId(w.clock.now()), personId: w.idOf('Người thay'), ...place, ...days },
  })
  expect([...(await events('Người thay')).keys()].sort()).toEqual([...(await events('Đầu mối')).keys()].sort())
  w.clock.set('2025-03-26T02:00:00Z')
  expect((await events('Người thay')).size).toBe(0)
})

it('when the unit goes on in another, the same days go on under the same names', async () => {
  w.clock.set('2025-07-01T01:30:00Z')
  const before = await events('Đầu mối')
  await w.as('Cán bộ', async ctx => {
    const form = new FormData()
    const list = path(projectRoot, 'prisma/units/sap-xep-uong-bi-2025-07-01.csv')
    form.set('tep', new File([await readFile(list)], 'sap-xep.csv'))
    const asked = await readAsked(ctx, form)
    if (!asked.ok) throw new Error(asked.problems.join('\n'))
    const by = { id: w.idOf('Cán bộ'), role: 'PNV' as const }
    return reorganise(ctx, kinds, { ...asked.ordered, choices: noChoices }, by)
  })
  const after = await events('Đầu mối')
  const toCome = [...before.values()].filter(({ day }) => day > '2025-07-01')
  expect(toCome.length).toBeGreaterThan(0)
  for (const { uid, title } of toCome) {
    expect(after.get(uid)?.sequence).toBe(1)
    expect(after.get(uid)?.title).not.toBe(title)
  }
})
