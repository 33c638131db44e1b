import { unitName } from '../../campaign/names.ts'
import type { Ctx, Outcome, Screen } from '../../contract/feature.ts'
import { mayEver, reachOf } from '../../people/may.ts'
import { shown } from '../../records/answers.ts'
import { anyKind } from '../../records/kind.ts'
import { shortTitle } from '../../records/naming.ts'
import { versionOf } from '../../records/store.ts'
import type { RecordVersion } from '../../store/generated/client.ts'
import { initiativeKinds, parFields } from '../initiatives/classification.ts'
import { initiative } from '../initiatives/kind.ts'
import { replication } from '../replications/kind.ts'
import { lineageOf, type Model, mayTake, modelCalled, modelsFound, type Sought } from './models.ts'
import { searchForm } from './search-form.ts'

type Args = Readonly<Record<string, string>>

const shownAtOnce = 6
const content = ['problem', 'content', 'novelty', 'scope', 'startsOn', 'expected']

export function soughtIn({ words = '', field = '', kind = '' }: Args): Sought {
  return { words, field, kind }
}

/** «Danh mục mô hình»: what was recognised, by words, field, kind; a page at a time. */
export async function showModels(ctx: Ctx, args: Args): Promise<Screen> {
  const { t } = ctx
  const sought = soughtIn(args)
  const from = Math.max(0, Number(args.from) || 0)
  const { total, models } = await modelsFound(ctx, sought, { from, size: shownAtOnce })
  const rest = total - from - models.length
  const next = { ...sought, from: String(from + shownAtOnce) }
  const isNarrowed = Object.values(sought).some(one => one !== '')
  return {
    title: t('models.title', { total }),
    text: [
      t(total > 0 ? 'models.text' : isNarrowed ? 'models.none' : 'models.empty'),
      ...narrowedInWords(ctx, sought),
    ].join('\n'),
    choices: [
      ...models.map(model => ({
        label: t(model.isOutstanding ? 'models.outstandingLine' : 'models.line', lineOf(ctx, model)),
        go: { to: 'models.show', args: { code: model.code } },
      })),
      ...(rest > 0 ? [{ label: t('models.more', { rest }), go: { to: 'models', args: next } }] : []),
      { label: t('models.byWords'), go: { to: 'models.search', args: { ...sought } } },
      { label: t('models.byField'), go: { to: 'models.by', args: { ...sought, what: 'field' } } },
      { label: t('models.byKind'), go: { to: 'models.by', args: { ...sought, what: 'kind' } } },
      ...(isNarrowed ? [{ label: t('models.all'), go: { to: 'models' } }] : []),
    ],
  }
}

function narrowedInWords({ t }: Ctx, { words, field, kind }: Sought): string[] {
  return [
    ...(words === '' ? [] : [t('models.narrowed.words', { words })]),
    ...(field === '' ? [] : [t('models.narrowed.field', { field: fieldName(t, field) })]),
    ...(kind === '' ? [] : [t('models.narrowed.kind', { kind: kindName(t, kind) })]),
  ]
}

export function fieldName(t: Ctx['t'], field: string): string {
  return parFields.some(one => one === field) ? t(`initiative.form.parField.options.${field}`) : field
}

export function kindName(t: Ctx['t'], kind: string): string {
  return initiativeKinds.some(one => one === kind) ? t(`initiative.form.kind.options.${kind}`) : kind
}

function lineOf({ campaign }: Ctx, { code, title, unitCode }: Model) {
  return { code, title: shortTitle(title), unit: unitName(campaign, unitCode) }
}

/** Which field or kind: the present search is narrowed by it. */
export async function narrowModels({ t }: Ctx, args: Args): Promise<Screen> {
  const sought = soughtIn(args)
  const what = args.what === 'kind' ? 'kind' : 'field'
  const codes = what === 'kind' ? initiativeKinds : parFields
  const nameOf = what === 'kind' ? kindName : fieldName
  const choices = codes.map(code => ({
    label: nameOf(t, code),
    go: { to: 'models', args: { ...sought, [what]: code } },
  }))
  return { text: t(`models.which.${what}`), choices }
}

export async function searchModels(_: Ctx, args: Args): Promise<Outcome> {
  return { start: searchForm.id, params: { ...soughtIn(args) } }
}

/** One model, whole, with its lineage; «áp dụng» where this person writes for a unit that may take it over. */
export async function showModel(ctx: Ctx, { code = '' }: Args): Promise<Screen> {
  const { t, tx } = ctx
  const model = await modelCalled(ctx, code)
  if (!model) return { text: t('models.gone') }
  const record = await tx.record.findUniqueOrThrow({ where: { id: model.id } })
  const version = await versionOf(tx, record.id, record.passedVersion)
  const answers = contentOf(ctx, version)
  const takes = mayEver(ctx.person, replication.rights.write)
    ? await mayTake(ctx, model, reachOf(ctx.person, replication.rights.write).units)
    : []
  return {
    title: t('models.showTitle', { code, title: model.title }),
    text: [
      aboutLines(ctx, model).join('\n'),
      answers.map(({ label, value }) => `${label}: ${value}`).join('\n'),
      (await lineageInWords(ctx, model)).join('\n'),
    ].join('\n\n'),
    choices: [
      ...(takes.length > 0 ? [{ label: t('models.take'), go: { to: 'models.take', args: { code } } }] : []),
      { label: t('models.back'), go: { to: 'models' } },
    ],
  }
}

export function aboutLines({ t, campaign }: Ctx, model: Model): string[] {
  const unit = unitName(campaign, model.unitCode)
  const names = { kind: kindName(t, model.kind), field: fieldName(t, model.field), unit }
  return [
    t('models.facts', { ...names, state: t(`initiative.states.${model.state}`) }),
    ...(model.isOutstanding ? [t('models.isOutstanding')] : []),
  ]
}

/** Where it comes from, and where it went. */
export async function lineageInWords(ctx: Ctx, model: Model): Promise<string[]> {
  const { t, campaign } = ctx
  const { from, to } = await lineageOf(ctx, model)
  return [
    ...(from ? [t(`initiative.relations.${from.relation}`, from)] : []),
    ...(to.length === 0 ? [t('models.notTaken')] : [t('models.taken', { count: to.length })]),
    ...to.map(({ unitCode, state }) =>
      t('models.takenLine', { unit: unitName(campaign, unitCode), state: t(`replication.states.${state}`) }),
    ),
  ]
}

/** What a reader of another unit needs of it, question by question. */
export function contentOf(ctx: Ctx, version: RecordVersion) {
  return shown(ctx, anyKind(initiative), version).filter(({ field }) => content.includes(field))
}
