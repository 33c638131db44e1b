import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Feature, type FormEntry, formEntry } from '../../src/contract/feature.ts'
import { defineForm } from '../../src/conversation/form.ts'
import { choice } from '../../src/conversation/kinds/choice.ts'
import { text } from '../../src/conversation/kinds/text.ts'
import { features } from '../../src/features/list.ts'
import { registryOf } from '../../src/intake/registry.ts'
import type { System } from '../../src/intake/system.ts'
import type { Store } from '../../src/store/open.ts'
import { loadTexts } from '../../src/texts.ts'
import { freshEmbedded } from '../support/database.ts'
import { directDriver } from '../support/direct-driver.ts'
import type { Actor } from '../support/journey.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'

const vi = loadTexts('vi')
const texts = (key: string, params?: Record<string, unknown>) =>
  key.startsWith('survey.') || key === 'drafts.forms.survey' ? key : vi(key, params)
let submitted: unknown[]

const first = defineForm({
  id: 'survey',
  version: 1,
  texts: 'survey',
  fields: { name: text(), colour: text(), size: text() },
})
/** A question inserted, one removed, one with another meaning. */
const second = defineForm({
  id: 'survey',
  version: 2,
  texts: 'survey',
  fields: { name: text(), reason: text({ optional: true }), paint: choice(['red', 'blue']) },
})

function entryOf(past: FormEntry['past']): FormEntry {
  return formEntry(second, {
    past,
    submit: async (_, { answers }) => {
      submitted.push(answers)
      return { text: 'survey.done' }
    },
  })
}

const releases = {
  old: formEntry(first, {
    submit: async (_, { answers }) => {
      submitted.push(answers)
      return { text: 'survey.done' }
    },
  }),
  keepsOld: entryOf([
    {
      version: 1,
      form: first,
      upgrade: ({ name, colour }) => ({ name, reason: null, paint: colour === 'đỏ' ? 'red' : 'blue' }),
    },
  ]),
  movesOld: entryOf([{ version: 1, upgrade: ({ name }) => ({ name }) }]),
  forgetsOld: entryOf([]),
}

function release(system: System, entry: FormEntry): System {
  const survey: Feature = {
    name: 'survey',
    routes: { commendation: async () => ({ start: 'survey', params: {} }) },
    forms: [entry],
  }
  const others = features.filter(feature => feature.name !== 'nomination')
  return Object.assign(system, { registry: registryOf([...others, survey]), texts: () => texts })
}

describe('a running form', () => {
  let store: Store
  let system: System
  let person: Actor
  beforeEach(async () => {
    submitted = []
    store = await freshEmbedded()
    system = release(await testSystem(store), releases.old)
    person = await directDriver(system).actor('a')
    await person.type(`/start ${await inviteIn(system, 'OFFICIAL', 'UB-P-QT')}`)
    for (const line of ['1', 'Người Thử Một', 'Chuyên viên', 'khen thưởng', 'Tên', 'đỏ']) await person.type(line)
  })
  afterEach(() => store.close())

  it('begun before a release finishes in the form it began with, and is handed over as the new one wants it', async () => {
    release(system, releases.keepsOld)
    await person.type('to')
    expect((await person.heard()).join()).toContain('survey.size.label: to')
    await person.type('1')
    expect(submitted).toEqual([{ name: 'Tên', reason: null, paint: 'red' }])
  })

  it('is moved by a written migration: kept answers stay in their places, what is open is asked', async () => {
    release(system, releases.movesOld)
    await person.type('xem lại')
    expect((await person.heard()).join()).toContain('survey.name.label: Tên')
    for (const line of ['bỏ qua', '2', '1']) await person.type(line)
    expect(submitted).toEqual([{ name: 'Tên', reason: null, paint: 'blue' }])
    const draft = await store.prisma.draft.findFirstOrThrow({ where: { form: 'survey' } })
    expect(draft).toMatchObject({ formVersion: 2, state: 'SUBMITTED' })
  })

  it('of a version that this release does not know is kept untouched, and the person is told', async () => {
    release(system, releases.forgetsOld)
    await person.type('to')
    expect((await person.heard()).join()).toContain('phiên bản biểu mẫu')
    expect(submitted).toEqual([])
    release(system, releases.old)
    await person.type('nháp')
    await person.press('1')
    for (const line of ['to', '1']) await person.type(line)
    expect(submitted).toEqual([{ name: 'Tên', colour: 'đỏ', size: 'to' }])
  })
})
