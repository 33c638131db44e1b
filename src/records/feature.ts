import { readableBy } from '../contract/campaigns-of.ts'
import type { Ctx, Feature, Outcome, Screen } from '../contract/feature.ts'
import { formEntry } from '../contract/feature.ts'
import type { Fields } from '../conversation/form.ts'
import { beginRecord } from './begin.ts'
import { cameIn } from './came-in.ts'
import { kindTable } from './export.ts'
import { findRecords } from './find.ts'
import { freshRecords } from './fresh.ts'
import { handInRecord } from './hand-in.ts'
import { heldOfRecords } from './held.ts'
import { type AnyKind, anyKind, deciding, type RecordKind, rightsOfKind } from './kind.ts'
import { mayReadFile } from './may-read-file.ts'
import { myRecords } from './mine.ts'
import { deskPageOf } from './page.ts'
import { reasonForm, returnForm } from './reasons.ts'
import { correctInChat, decided, decideInChat, showRecord } from './screens.ts'
import { waitingRecords } from './waiting.ts'

type Args = Readonly<Record<string, string>>

/** A feature whose whole life is that of its record. */
export interface RecordFeature extends Feature {
  record: AnyKind
}

/** The routes, forms and page of a kind; `rest` is what the feature does besides. */
export function recordFeature<F extends Fields>(
  kind: RecordKind<F>,
  rest: Partial<Omit<Feature, 'name' | 'page' | 'waiting'>> = {},
): RecordFeature {
  const record = anyKind(kind)
  const entries = [record.form, ...(record.otherForms ?? [])].map(form =>
    formEntry(form, {
      ...(kind.past && form === record.form ? { past: kind.past } : {}),
      ...(kind.lookUps ? { lookUps: kind.lookUps } : {}),
      ...(kind.isOver ? { isOver: kind.isOver } : {}),
      isNew: params => typeof params.record !== 'string',
      submit: (ctx, submission) => handInRecord(ctx, record, form, submission),
    }),
  )
  const routes = { [kind.route]: (ctx: Ctx, args: Args) => beginRecord(ctx, record, args), ...rest.routes }
  const { write } = kind.rights
  const says = `${kind.name}.command`
  const command = kind.command && { ...kind.command, to: kind.route, says, offeredTo: [write], isHelped: true as const }
  return {
    ...rest,
    name: kind.name,
    record,
    routes,
    commands: [...(command ? [command] : []), ...(rest.commands ?? [])],
    forms: [...entries, ...(rest.forms ?? [])],
    page: deskPageOf(record),
    decides: deciding(record),
    rights: [...rightsOfKind(record), ...(rest.rights ?? [])],
    exports: { [kind.table ?? kind.name]: kindTable(record), ...rest.exports },
  }
}

/** What is common to all kinds: looking, deciding, correcting, what waits, what I sent. */
export function recordsOf(features: readonly Feature[]): Feature {
  const kinds = features.filter(isOfRecords).map(({ record }) => record)
  const ofKind = (work: (ctx: Ctx, kind: AnyKind, args: Args) => Promise<Outcome>) => (ctx: Ctx, args: Args) => {
    const kind = kinds.find(({ name }) => name === args.kind)
    return kind ? work(ctx, kind, args) : Promise.resolve(gone(ctx))
  }
  const keep = (ctx: Ctx, params: Readonly<Record<string, unknown>>, reason: string, fields: readonly string[]) => {
    const kind = kinds.find(({ name }) => name === params.kind)
    const marks = fields.map(field => ({ field, reason }))
    const decision = { action: String(params.action), reason: marks.length > 0 ? '' : reason, marks }
    return kind ? decided(ctx, kind, String(params.id), decision) : Promise.resolve(gone(ctx))
  }
  return {
    name: 'records',
    commands: [{ to: 'records', says: 'records.command', slash: 'hoso', offeredTo: 'everybody', isHelped: true }],
    personalData: heldOfRecords,
    routes: {
      records: (ctx, args) => myRecords(ctx, kinds, Math.max(0, Number(args.from) || 0)),
      'record.code': (ctx, args) => showByCode(ctx, kinds, args),
      'record.show': ofKind((ctx, kind, args) => showRecord(ctx, kind, args.id ?? '')),
      'record.decide': ofKind(decideInChat),
      'record.correct': ofKind(correctInChat),
    },
    forms: [
      formEntry(reasonForm, {
        isConfirmed: false,
        submit: (ctx, { answers, params }) => keep(ctx, params, answers.reason, []),
      }),
      formEntry(returnForm, {
        isConfirmed: false,
        submit: (ctx, { answers, params }) => keep(ctx, params, answers.reason, answers.questions ?? []),
      }),
    ],
    cameIn: (tx, campaign, from, until) => cameIn(kinds, tx, campaign, from, until),
    finds: (ctx, words) => findRecords(ctx, kinds, words),
    waiting: ctx => waitingRecords(ctx, kinds),
    morning: ctx => freshRecords(ctx, kinds),
    mayReadFile: (ctx, fileId) => mayReadFile(ctx, kinds, fileId),
  }
}

export function isOfRecords(feature: Feature): feature is RecordFeature {
  return 'record' in feature
}

/** A code typed anywhere opens its record, in the campaign that the code names, or where a code without a year stands. */
async function showByCode(ctx: Ctx, kinds: readonly AnyKind[], args: Args): Promise<Outcome> {
  const { letters = '', number, mark = '' } = args
  const kind = kinds.find(one => one.letters === letters)
  const own = ctx.campaign
  const readable = [own, ...readableBy(ctx.person, own.among, ctx.today.toString())]
  const campaign = readable.find(({ codeMark }) => codeMark === mark) ?? (mark === '' ? own : undefined)
  if (!kind || !campaign) return gone(ctx)
  if (campaign !== own) return { campaign: campaign.id, next: { to: 'record.code', args } }
  const where = { campaignId: own.id, kind: kind.name, number: Number(number) }
  const record = await ctx.tx.record.findFirst({ where, select: { id: true } })
  return record ? showRecord(ctx, kind, record.id) : gone(ctx)
}

function gone(ctx: Ctx): Screen {
  return { text: ctx.t('records.gone') }
}
