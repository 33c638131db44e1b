import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../../src/project-root.ts'
import { sources } from '../locales/keys-in-code.ts'
import { roomOf, rooms } from './rooms.ts'
import { tables } from './tables.ts'

const schema = readFileSync(join(projectRoot, 'prisma/schema.prisma'), 'utf8')

/** The tables by the names that the client gives them. */
const byModel = new Map(
  [...schema.matchAll(/^model (\w+) \{([\s\S]*?)\n\}/gm)].map(([, model = '', body = '']) => [
    `${model.charAt(0).toLowerCase()}${model.slice(1)}`,
    /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model.toLowerCase(),
  ]),
)
const known = new Set(byModel.values())

/** Rooms, and within `features` and `channels` the folders. */
function placeOf(file: string): string {
  const room = roomOf(file)
  return room.endsWith('/*') ? file.split('/').slice(0, 2).join('/') : room
}

/** Whether one may use the room of the other, as the arrows are drawn; a feature is used by none. */
function mayUse(place: string, of: string): boolean {
  const room = place.replace(/^(features|channels)\/.*/, '$1/*')
  return rooms.find(({ name }) => name === room)?.uses.includes(of) ?? false
}

const CALL = /\.(\w+)\s*\.\s*(find|count|groupBy|aggregate|create|update|upsert|delete)\w*\s*[(<]/g
const SQL = /(?:Raw(?:Unsafe)?|sql|query)[^`]{0,80}`((?:[^`\\]|\\.)*)`/g
const NAMED = /\b(FROM|JOIN|USING|INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?/g
const reads = ['find', 'count', 'groupBy', 'aggregate', 'FROM', 'JOIN', 'USING']

const touched = sources().flatMap(({ file, text }) => {
  const called = [...text.matchAll(CALL)].map(([, model = '', how = '']) => ({ table: byModel.get(model), how }))
  const named = [...text.matchAll(SQL)].flatMap(([, sql = '']) =>
    [...sql.matchAll(NAMED)].map(([, how = '', table = '']) => ({ table, how })),
  )
  return [...called, ...named].flatMap(({ table, how }) =>
    table !== undefined && known.has(table) ? [{ file, place: placeOf(file), table, isRead: reads.includes(how) }] : [],
  )
})

it('every table has its room', () => {
  expect(touched.length).toBeGreaterThan(300)
  expect(Object.keys(tables).sort()).toEqual([...known].sort())
})

it('a room reads the tables of those that it may use and writes its own; all else is drawn', () => {
  const strange = touched.filter(({ place, table, isRead }) => {
    const { of, alsoWritten = [], alsoRead = [] } = tables[table] ?? { of: '' }
    return place !== of && !alsoWritten.includes(place) && !(isRead && (alsoRead.includes(place) || mayUse(place, of)))
  })
  expect(strange).toEqual([])
})

it('nobody is drawn who names it no more', () => {
  const idle = Object.entries(tables).flatMap(([table, { alsoWritten = [], alsoRead = [] }]) =>
    [...alsoWritten, ...alsoRead]
      .filter(place => !touched.some(one => one.table === table && one.place === place))
      .map(place => `${place} → ${table}`),
  )
  expect(idle).toEqual([])
})
