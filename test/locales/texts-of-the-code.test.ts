import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { ChannelName } from '../../src/channels/channel.ts'
import { auditOf } from '../../src/contract/declared.ts'
import { features } from '../../src/features/list.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { Role } from '../../src/store/generated/client.ts'
import { loadTexts, locales } from '../../src/texts.ts'
import { askedFor, sources } from './keys-in-code.ts'
import { sentencesOf } from './sentences.ts'

const channels = ['telegram', 'zalo-oa', 'zalo-bot', 'web'] as const satisfies readonly ChannelName[]

const someDay = Temporal.PlainDate.from('2024-03-20')
const someParams = { unit: 'U', units: [] }

describe.each(locales)('in %s there is', locale => {
  const t = loadTexts(locale)
  const keys = [...sentencesOf(locale).keys()]
  const isBranch = (branch: string) => keys.some(key => key.startsWith(`${branch}.`))
  const found = new Set(keys)
  /** Those of the keys that no sentence answers. */
  const missing = (wanted: readonly string[]) => [...new Set(wanted)].filter(key => !found.has(key))

  it('a sentence for every key that the code asks for', () => {
    const asked = sources().map(source => ({ file: source.file, ...askedFor(source) }))
    expect(asked.flatMap(({ keys }) => keys).length).toBeGreaterThan(200)
    const absent = asked.flatMap(({ file, keys, branches }) => [
      ...missing(keys).map(key => `${file}: ${key}`),
      ...branches.filter(branch => branch !== '' && !isBranch(branch)).map(branch => `${file}: ${branch}.…`),
    ])
    expect(absent).toEqual([])
  })

  it('a name for every role, channel and state', () => {
    expect(missing([...Object.values(Role), 'SYSTEM', 'GUEST'].map(role => `roles.${role}`))).toEqual([])
    expect(missing(channels.map(channel => `channels.${channel}`))).toEqual([])
  })

  it('a word for every action and subject of the audit that a feature declares', () => {
    const { actions, subjects } = auditOf(features)
    expect(actions).toContain('explanation.ask')
    expect(missing(actions.map(action => `audit.actions.${action}`))).toEqual([])
    expect(missing(subjects.map(subject => `exports.subjectTypes.${subject}`))).toEqual([])
  })

  const entries = features.flatMap(feature => feature.forms ?? [])
  const forms = entries.flatMap(entry => [entry.form, ...entry.past.flatMap(({ form }) => form ?? [])])

  it.each(forms.map(form => [`${form.id} v${form.version}`, form] as const))('all that the form %s says', (_, form) => {
    const own = form.order.flatMap(field => ['ask', 'label', 'help'].map(what => `${form.texts}.${field}.${what}`))
    expect(missing([`drafts.forms.${form.id}`, `${form.texts}.review`, ...own])).toEqual([])
    expect(form.checks.filter(({ field }) => !isBranch(`${form.texts}.${field}.problems`))).toEqual([])
    for (const name of form.order) {
      const env = { t, texts: `${form.texts}.${name}`, today: someDay, params: someParams, answers: {} }
      // A missing text throws; options that are found while the form runs are none here.
      const options = form.fields[name]?.options?.(env) ?? []
      expect(new Set(options).size).toBe(options.length)
    }
  })

  it('a heading for every page and column of the desk', () => {
    const pages = features.flatMap(({ page }) => page ?? [])
    expect(missing(pages.flatMap(page => [page.title, ...page.columns]))).toEqual([])
  })

  it('a name for every kind of record, its states and its moves', () => {
    const kinds = features.flatMap(feature => ('record' in feature ? [feature.record as AnyKind] : []))
    expect(kinds.length).toBeGreaterThan(0)
    for (const { name, states, moves } of kinds) {
      const deeds = Object.entries(moves).flatMap(([move, { asks }]) =>
        [...['do', 'did'], ...(asks === 'note' ? ['ask', 'note'] : [])].map(what => `${name}.moves.${move}.${what}`),
      )
      expect(
        missing([`${name}.thing`, ...Object.keys(states).map(state => `${name}.states.${state}`), ...deeds]),
      ).toEqual([])
    }
  })

  it('an expectation for every kind of question', () => {
    const kinds = forms.flatMap(form => Object.values(form.fields).map(({ kind }) => kind))
    expect(missing(kinds.map(kind => `conversation.expect.${kind}`))).toEqual([])
  })
})
