import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCampaignFiles } from '../../src/campaign/files.ts'
import { projectRoot } from '../../src/project-root.ts'

/** What stands in the plan file for the house itself: its year, its code, what is filled in when it is loaded. */
const ofTheHouse = ['code', 'year', 'startsOn', 'endsOn']

const sources = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file) && !file.startsWith('store/generated'))
  // Who checks, compares and stores the plan does not use it.
  .filter(file => !/^campaign\/(plan|stored-plan|.*schema)|^loading\/|^cli\/plan-/.test(file))
  .map(file => readFileSync(join(projectRoot, 'src', file), 'utf8'))

/** `plan.part`, or taken out of a plan by name. */
function isRead(part: string): boolean {
  const byName = new RegExp(
    `\\{[^{}]*\\b${part}\\b[^{}]*\\} = [\\w.]*plan\\b|\\bplan\\.${part}\\b|Pick<Plan,[^>]*'${part}'`,
  )
  return sources.some(source => byName.test(source))
}

it('every part of the plan file is used by something that people see or that works for them', () => {
  const files = readCampaignFiles(undefined, undefined)
  if (!files.ok) throw new Error('the default plan is broken')
  const parts = Object.keys(files.value.plan).filter(part => !ofTheHouse.includes(part))
  expect(parts.length).toBeGreaterThan(25)
  expect(parts.filter(part => !isRead(part))).toEqual([])
})

/** `.key`, or taken out by name. */
const isKeyRead = (key: string) => {
  const byName = new RegExp(`\\.${key}\\b|[{,(]\\s*${key}\\s*[,:}=]`)
  return sources.some(source => byName.test(source))
}

/** Keyed by what the plan names itself: kinds of units, units, ladders, criteria. */
const maps = ['traits.kinds', 'traits.units', 'ladders', 'commendation.judgedBy']

/** Every name under which something stands in the plan, with the first place of it: «targets.pilotLight.yearEnd». */
function namesIn(value: unknown, place: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (Array.isArray(value)) for (const one of value) namesIn(one, place, found)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inside] of Object.entries(value)) {
      const there = place === '' ? key : `${place}.${key}`
      if (!maps.includes(place) && !found.has(key)) found.set(key, there)
      namesIn(inside, there, found)
    }
  return found
}

it('and so is everything that stands in these parts, down to the last', () => {
  const files = readCampaignFiles(undefined, undefined)
  if (!files.ok) throw new Error('the default plan is broken')
  const names = namesIn(files.value.plan, '')
  expect(names.size).toBeGreaterThan(140)
  expect([...names].filter(([key]) => !ofTheHouse.includes(key) && !isKeyRead(key)).map(([, place]) => place)).toEqual(
    [],
  )
})
