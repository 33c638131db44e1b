import { describe, expect, it } from 'vitest'
import { botCommands } from '../../src/channels/telegram/commands.ts'
import { textsOf } from '../../src/contract/command.ts'
import { auditOf, rightsOf } from '../../src/contract/declared.ts'
import type { Feature } from '../../src/contract/feature.ts'
import { isFormWord } from '../../src/conversation/commanded.ts'
import { features } from '../../src/features/list.ts'
import { registryOf } from '../../src/intake/registry.ts'
import { right } from '../../src/people/right.ts'
import { commandPhrases } from '../../src/reading/command-phrases.ts'
import { readCommandWord } from '../../src/reading/command-words.ts'
import { isOfRecords } from '../../src/records/feature.ts'
import { loadTexts, locales } from '../../src/texts.ts'
import { auditActions, sources } from '../locales/keys-in-code.ts'

const { commands, exports, words } = registryOf(features)
const declared = features.flatMap(({ commands: ways = [], typed = [] }) => [...ways.map(({ to }) => to), ...typed])

describe('what features declare', () => {
  it('answers every command of the contract that is no word within a form, once', () => {
    const contract = commandPhrases.map(([command]) => command).filter(command => !isFormWord({ command }))
    expect(contract.filter(command => !declared.includes(command))).toEqual([])
    expect(new Set(declared).size).toBe(declared.length)
  })

  it.each(locales)('has its texts in %s: of commands, menus, help, tables', locale => {
    const t = loadTexts(locale)
    const keys = commands.flatMap(textsOf)
    expect(keys.length).toBeGreaterThan(30)
    // A missing text throws.
    for (const key of keys) expect(t(key).length).toBeGreaterThan(1)
    for (const { title, headings } of exports.values())
      for (const heading of [title, ...headings])
        expect(t(heading.includes('.') ? heading : `exports.columns.${heading}`)).not.toBe('')
  })

  it('makes a menu of commands that Telegram takes', () => {
    const t = loadTexts('vi')
    const ways = commands.flatMap(({ slash, says }) =>
      slash ? [{ command: slash, description: t(`${says}.slash`) }] : [],
    )
    const menu = botCommands(ways, t)
    expect(menu.length).toBeGreaterThan(20)
    for (const { command, description } of menu) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
      expect(description.length).toBeGreaterThanOrEqual(3)
      expect(description.length).toBeLessThanOrEqual(256)
      expect(readCommandWord(`/${command}`, words)).not.toBeNull()
    }
  })

  it('gives every kind of record letters, a route, a place on the desk and a table of its own', () => {
    const kinds = features.filter(isOfRecords).map(({ record }) => record)
    expect(kinds.length).toBeGreaterThan(1)
    for (const own of [
      kinds.map(({ letters }) => letters),
      kinds.map(({ route }) => route),
      kinds.map(({ path }) => path),
    ])
      expect(new Set(own).size).toBe(kinds.length)
    for (const { letters } of kinds) expect(letters).toMatch(/^[A-Z]{2}$/)
    for (const { table, name } of kinds) expect([...exports.keys()]).toContain(table ?? name)
  })

  it('holds every right that the code makes, and no other', () => {
    const made = sources().flatMap(({ text }) =>
      [...text.matchAll(/\b(?:right|decision)\('([^']+)'/g)].map(([, name = '']) => name),
    )
    expect([...rightsOf(features).keys()].sort()).toEqual(made.sort())
  })

  it('holds every action that the code writes to the audit, and no other', () => {
    const { actions } = auditOf(features)
    const prefixes = [...new Set(actions.map(action => action.split('.')[0] ?? ''))]
    const written = sources().flatMap(source => auditActions(source, prefixes))
    const covers = (one: string, action: string) => (one.endsWith('.') ? action.startsWith(one) : action === one)
    expect(written.filter(one => !actions.some(action => covers(one, action)))).toEqual([])
    // A feature's own declaration stands in `feature.ts`, which writes nothing.
    expect(actions.filter(action => !written.some(one => covers(one, action)))).toEqual([])
  })

  it('is refused when two rights have one name', () => {
    const [one, other] = [right('x.y', {}), right('x.y', { PNV: 'all' })]
    expect(() => rightsOf([{ name: 'a', rights: [one, other] }])).toThrow('x.y')
    expect(
      rightsOf([
        { name: 'a', rights: [one] },
        { name: 'b', rights: [one] },
      ]).size,
    ).toBe(1)
  })

  it('is refused when something is declared twice or leads nowhere', () => {
    const route = async () => ({ text: '' })
    const feature = (more: Partial<Feature>): Feature => ({ name: 'x', routes: { x: route, y: route }, ...more })
    const twice = [
      feature({ commands: [{ to: 'x', says: 'x' }], typed: ['x'] }),
      feature({
        commands: [
          { to: 'x', says: 'x', slash: 'x' },
          { to: 'y', says: 'y', slash: 'x' },
        ],
      }),
      feature({ commands: [{ to: 'z', says: 'z' }] }),
    ]
    for (const wrong of twice) expect(() => registryOf([wrong])).toThrow()
    const table = [...exports.values()][0]
    if (!table) throw new Error('there is no table')
    expect(() => registryOf([feature({ exports: { a: table } }), { name: 'b', exports: { a: table } }])).toThrow()
  })
})
