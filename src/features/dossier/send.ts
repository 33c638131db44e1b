import { officeName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import type { Form } from '../../conversation/form.ts'
import { reportRights } from '../../figures/rights.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { holdersOf } from '../../people/holders.ts'
import { anyKind } from '../../records/kind.ts'
import { type Confirmed, takeIn } from '../../records/take-in.ts'
import type { Role } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import { report } from '../progress/kind.ts'
import { unitName } from '../progress/unit-name.ts'
import { questionOf } from './cell.ts'
import { dossierForm } from './form.ts'
import { gaps, type Line, ready } from './line.ts'
import { linesIn, type Opened } from './opened.ts'
import { type Sheet, withEntry } from './sheet.ts'
import { keepSheet } from './store.ts'

/** What came of handing in a dossier, or a part of it. */
export interface Sent {
  codes: readonly string[]
  isWithHead: boolean
  isLate: boolean
  /** Heads who were told; null: it needs no approval. */
  heads: number | null
  /** Rows that were not taken, with why. */
  not: readonly string[]
  /** What stays in the sheet. */
  sheet: Sheet
  left: number
}

/**
 * Hands in every row of these lines of its sheet that is understood and new, all of it in this one transaction: each figure is a report of its own, with its
 * version, its duty and its head's gate; the heads are told once.
 */
export async function handInDossier(ctx: Ctx, dossier: Opened, lines: readonly Line[]): Promise<Sent> {
  const draftId = await draftOf(ctx, dossier)
  const codes: string[] = []
  const not: string[] = []
  let [sheet, isWithHead, isLate] = [dossier.stored.sheet, false, false]
  const going = ready(lines)
  const taken = await takeIn(
    ctx,
    anyKind(report),
    going.map(line => confirmed(line, draftId)),
  )
  for (const [at, { row }] of going.entries()) {
    const one = taken[at]
    if (!one || 'instead' in one) {
      const why = one && 'text' in one.instead ? one.instead.text : ctx.t('dossier.receipt.changed')
      not.push(ctx.t('dossier.receipt.not', { name: row.name, why }))
      continue
    }
    codes.push(one.record.code)
    isWithHead ||= one.isWithHead
    isLate ||= one.record.isLate
    sheet = withEntry(sheet, row.topic, null)
  }
  for (const { row, state } of lines) if (state === 'SAME') sheet = withEntry(sheet, row.topic, null)
  await keepSheet(ctx, dossier, dossier.stored, sheet)
  const heads = isWithHead ? await tellHeads(ctx, dossier, codes.length, draftId) : null
  return { codes, isWithHead, isLate, heads, not, sheet, left: gaps(lines).length }
}

function confirmed({ row, entry, reading }: Line, draftId: string): Confirmed {
  const typed = new Map([
    [questionOf(row), entry?.typed ?? ''],
    ...['fallReason', 'correctionReason'].map((name): [string, string] => [name, entry?.reason ?? '']),
  ])
  const answers = reading?.ok ? reading.answers : {}
  return { answers, params: row.params, draftId, form: row.form as Form, typed }
}

/** The draft that the versions were handed in from, whichever way they were put in. */
async function draftOf(ctx: Ctx, { unit, period }: Opened): Promise<string> {
  const id = newId(ctx.now)
  await ctx.tx.draft.create({
    data: {
      ...{
        id,
        personId: ctx.person.id,
        form: dossierForm.id,
        formVersion: dossierForm.version,
        key: `${unit}:${period}`,
      },
      ...{ params: { unit, period }, position: 'review', state: 'SUBMITTED', createdAt: ctx.now, updatedAt: ctx.now },
    },
  })
  return id
}

/** One message for the whole dossier, to everybody who may approve it. */
async function tellHeads(ctx: Ctx, { unit, period }: Opened, count: number, draftId: string): Promise<number> {
  const roles = Object.keys(reportRights.approve.powers) as Role[]
  const heads = await holdersOf(ctx.tx, roles, ctx.today, unit)
  for (const head of heads) {
    const t = ctx.texts(head.locale)
    const params = { who: ctx.person.fullName, count, period: periodName(period, t), unit: unitName(ctx, unit) }
    const message = { text: t('dossier.told.gate', params), words: [t('dossier.told.look')] }
    const go = [{ to: 'dossier.decide', args: { unit, period } }]
    await enqueueTo(
      ctx.tx,
      head.id,
      { dedupeKey: `dossier:${draftId}:${head.id}`, kind: 'NOTICE', campaign: ctx.campaign, message, go },
      ctx.now,
    )
  }
  return heads.length
}

/** Hands in what the person has seen; where it has changed since, it is shown again and asked. */
export async function send(
  ctx: Ctx,
  dossier: Opened,
  seen: number,
  again: (lead: string[]) => Promise<Outcome>,
): Promise<Outcome> {
  if (dossier.stored.revision !== seen) return again([await whoChanged(ctx, dossier)])
  const lines = linesIn(ctx, dossier, dossier.stored.sheet)
  if (ready(lines).length === 0) return again([ctx.t('dossier.nothingToSend')])
  const sent = await handInDossier(ctx, dossier, lines)
  return {
    title: ctx.t('dossier.receipt.title'),
    text: receiptText(ctx, dossier, sent),
    choices: [
      {
        label: ctx.t(sent.left > 0 ? 'dossier.receipt.goOn' : 'dossier.receipt.look'),
        go: { to: 'dossier', args: { unit: dossier.unit, period: dossier.period } },
      },
      { label: ctx.t('records.toMenu'), go: { to: 'menu' } },
    ],
  }
}

export function receiptText(ctx: Ctx, { unit, period }: Opened, sent: Sent): string {
  const { t } = ctx
  const where = sent.heads === null ? 'sent' : sent.heads > 0 ? 'withHead' : 'noHead'
  const [first = '', ...others] = sent.codes
  const codes = others.length === 0 ? first : `${first} … ${others.at(-1) ?? ''}`
  const office = officeName(ctx.campaign, ctx.today.toString())
  const params = { count: sent.codes.length, codes, period: periodName(period, t), unit: unitName(ctx, unit), office }
  return [
    ...(sent.codes.length > 0 ? [t(`dossier.receipt.${where}`, params)] : []),
    ...(sent.isLate ? [t('dossier.receipt.late')] : []),
    ...(sent.left > 0 ? [t('dossier.receipt.left', { left: sent.left })] : []),
    ...sent.not,
  ].join('\n')
}

export async function whoChanged(ctx: Ctx, { stored }: Opened): Promise<string> {
  const who = stored.changedById
    ? await ctx.tx.person.findUnique({ where: { id: stored.changedById }, select: { fullName: true } })
    : null
  return ctx.t('dossier.changedMeanwhile', { who: who?.fullName ?? '' })
}
