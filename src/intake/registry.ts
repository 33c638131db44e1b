import type { Plan } from '../campaign/plan.ts'
import type { Command } from '../contract/command.ts'
import type { ExportTable } from '../contract/export-table.ts'
import type { Ctx, Feature, FormEntry, Route } from '../contract/feature.ts'
import type { LookUpReported } from '../contract/reported.ts'
import type { Go } from '../outbox/go.ts'
import { type Vocabulary, vocabularyWith } from '../reading/vocabulary.ts'

/** All features, found by the names that chats and drafts keep. */
export interface Registry {
  route(name: string): Route | undefined
  form(id: string): FormEntry | undefined
  /** Whether the route, or the form, belongs to no campaign. */
  isAbove(routeOrForm: string): boolean
  /** Whether that plan has what the route is for. */
  isIn(route: string, plan: Plan): boolean
  /** What features see to before an event. */
  beforeEvents: readonly NonNullable<Feature['beforeEvent']>[]
  /** What may be typed for what. */
  words: Vocabulary
  /** The question to a feature that a whole message is. */
  asked(text: string): Go | undefined
  /** What a text that nothing understands names of a feature. */
  named(ctx: Ctx, text: string): Promise<Go | undefined>
  /** All of them, in the order of the features. */
  commands: readonly Command[]
  /** The tables of `export`, by name. */
  exports: ReadonlyMap<string, ExportTable>
  /** What features say by themselves. */
  beats: readonly Repeated<NonNullable<Feature['beat']>>[]
  /** What came in through them. */
  cameIn: readonly NonNullable<Feature['cameIn']>[]
  /** What was reported of what is owed. */
  reported: LookUpReported
  /** What features do once a day. */
  dailies: readonly Repeated<NonNullable<Feature['daily']>>[]
}

/** What is done again and again: in each open campaign, or once for all. */
export interface Repeated<Work> {
  work: Work
  isAboveCampaigns: boolean
}

export function registryOf(features: readonly Feature[]): Registry {
  const routes = unique(features.flatMap(feature => Object.entries(feature.routes ?? {})))
  const forms = unique(features.flatMap(feature => (feature.forms ?? []).map(entry => [entry.form.id, entry] as const)))
  const commands = features.flatMap(feature => feature.commands ?? [])
  const typed = features.flatMap(feature => feature.typed ?? [])
  unique([...commands.map(({ to }) => to), ...typed].map(to => [to, to] as const))
  unique(commands.flatMap(({ slash }) => (slash ? [[slash, slash] as const] : [])))
  const nowhere = [...commands.map(({ to }) => to), ...typed].find(to => !routes.has(to))
  if (nowhere !== undefined) throw new Error(`the command ${nowhere} leads nowhere`)
  const words = vocabularyWith(commands.flatMap(({ to, words: typed }) => (typed ? [[to, typed] as const] : [])))
  const exports = unique(features.flatMap(feature => Object.entries(feature.exports ?? {})))
  const beforeEvents = features.flatMap(feature => feature.beforeEvent ?? [])
  const above = features.filter(({ isAboveCampaigns }) => isAboveCampaigns)
  const isAbove = new Set([
    ...above.flatMap(({ routes = {} }) => Object.keys(routes)),
    ...above.flatMap(({ forms = [] }) => forms.map(({ form }) => form.id)),
  ])
  const isIn = new Map(
    features.flatMap(({ routes = {}, isIn: has }) =>
      has ? Object.keys(routes).map(name => [name, has] as const) : [],
    ),
  )
  const repeated = <Work>(of: (feature: Feature) => Work | undefined): Repeated<Work>[] =>
    features.flatMap(feature => {
      const work = of(feature)
      return work === undefined ? [] : [{ work, isAboveCampaigns: feature.isAboveCampaigns ?? false }]
    })
  const beats = repeated(({ beat }) => beat)
  const cameIn = features.flatMap(feature => feature.cameIn ?? [])
  const [reported = nothingReported] = features.flatMap(feature => feature.reported ?? [])
  const questions = features.flatMap(feature => feature.asked ?? [])
  const dailies = repeated(({ daily }) => daily)
  return {
    route: name => routes.get(name),
    form: id => forms.get(id),
    isAbove: name => isAbove.has(name),
    isIn: (name, plan) => isIn.get(name)?.(plan) ?? true,
    words,
    commands,
    exports,
    beforeEvents,
    asked: text => {
      for (const asked of questions) {
        const go = asked(text)
        if (go) return go
      }
      return undefined
    },
    named: async (ctx, text) => {
      for (const { named } of features) {
        const go = await named?.(ctx, text)
        if (go) return go
      }
      return undefined
    },
    beats,
    cameIn,
    reported,
    dailies,
  }
}

const nothingReported: LookUpReported = () => Promise.resolve(new Map())

function unique<T>(entries: readonly (readonly [string, T])[]): Map<string, T> {
  const map = new Map<string, T>()
  for (const [name, value] of entries) {
    if (map.has(name)) throw new Error(`two features claim the name ${name}`)
    map.set(name, value)
  }
  return map
}
