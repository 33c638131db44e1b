import { expect, it } from 'vitest'
import { sources } from '../locales/keys-in-code.ts'

/** The one place that tells what a unit, and the office that collects, is called. */
const place = 'campaign/names.ts'

/** Whole lists of units: stored, read into the campaign, exported. */
const lists = [
  'campaign/source.ts',
  'campaign/stored-units.ts',
  'loading/',
  'exports/people-tables.ts',
  // Which units a word is of, by code.
  'records/find.ts',
  'cli/export.ts',
]

it('what a unit is called is asked of one place', () => {
  const byHand = sources().filter(({ text }) => /\bunits\s*\.get\((?:[^()]|\([^()]*\))*\)\s*\??\.name\b/.test(text))
  expect(byHand.map(({ file }) => file)).toEqual([place])
})

it('nobody works out by hand which office collects', () => {
  const byHand = sources().filter(({ text }) => /managingOffices\.(?:find|map|flatMap|at)\(/.test(text))
  expect(byHand.map(({ file }) => file)).toEqual([place])
})

it('the column of the names is read for lists of units only', () => {
  const readers = sources().filter(({ text }) => /\.unit\.find|\b(?:FROM|JOIN) unit u\b[\s\S]*\bu\.name\b/.test(text))
  expect(readers.map(({ file }) => file).filter(file => !lists.some(list => file.startsWith(list)))).toEqual([])
})
