import { unitName } from '../campaign/names.ts'
import type { Ctx, Outcome, Screen } from '../contract/feature.ts'
import { correctRecord, mayCorrect } from './correct.ts'
import type { AnyKind } from './kind.ts'
import { type Looked, lookAt } from './looking.ts'
import { type Decision, decideRecord } from './move.ts'
import { handInLabel, nameOf } from './naming.ts'
import { mayOpenList } from './seeing.ts'

type Args = Readonly<Record<string, string>>

/** One record, whole, with what this person may do with it now. */
export async function showRecord(ctx: Ctx, kind: AnyKind, id: string): Promise<Screen> {
  const looked = await lookAt(ctx, kind, id)
  if (!looked) return { text: ctx.t('records.gone') }
  const { record, files, moves, state, isInside } = looked
  const args = { kind: kind.name, id }
  return {
    title: ctx.t('records.showTitle', { code: record.code, state }),
    text: textOf(ctx, kind, looked),
    attachments: files.filter(file => file.state === 'STORED').map(file => ({ fileId: file.id, name: file.name })),
    ...(mayOpenList(ctx.person, kind)
      ? { links: [{ label: ctx.t('records.onDesk'), url: `${ctx.publicUrl}/desk/${kind.path}/${id}` }] }
      : {}),
    choices: [
      ...(isInside && mayCorrect(ctx, kind, record)
        ? [{ label: handInLabel(ctx.t, kind, record.state), go: { to: 'record.correct', args } }]
        : []),
      ...((await kind.leadsTo?.(ctx, record)) ?? []),
      ...moves.map(({ name }) => ({
        label: doOf(ctx, kind, name),
        go: { to: 'record.decide', args: { ...args, action: name } },
      })),
    ],
  }
}

function textOf(
  ctx: Ctx,
  kind: AnyKind,
  { record, answers, more, files, sender, changes, history, moves, version, times }: Looked,
) {
  const { t } = ctx
  const unit = unitName(ctx.campaign, record.unitCode)
  const waits = files.filter(file => file.state !== 'STORED')
  const returned = history.findLast(line => line.reason !== undefined)
  const facts = [
    t('records.facts.unit', { unit }),
    t('records.facts.sent', { who: sender, at: ctx.localTime(version.sentAt), version: version.version }),
    ...(record.isLate ? [t('records.facts.late')] : []),
    ...[...more, ...times].map(({ label, value }) => `${label}: ${value}`),
    ...waits.map(({ name, state }) => t('records.facts.file', { name, state: t(`desk.record.fileStates.${state}`) })),
  ]
  const changed = changes.map(({ label, before, after }) => t('records.overtaken.line', { label, before, after }))
  return [
    answers.map(({ label, value }, index) => `${index + 1}. ${label}: ${value}`).join('\n'),
    facts.join('\n'),
    ...(changed.length > 0 ? [[t('records.changed'), ...changed].join('\n')] : []),
    ...(returned ? [t('records.lastReason', { what: returned.what, reason: returned.reason })] : []),
    ...(moves.length > 0 && kind.checklist ? [kind.checklist(ctx)] : []),
  ].join('\n\n')
}

/** How a move is called on its button. */
export function doOf({ t }: Pick<Ctx, 't'>, kind: AnyKind, action: string): string {
  return t(kind.moves[action] ? `${kind.name}.moves.${action}.do` : `records.moves.${action}.do`)
}

/** What a move that needs a note asks. */
export function askOf({ t }: Pick<Ctx, 't'>, kind: AnyKind, action: string): string {
  return t(`${kind.name}.moves.${action}.ask`)
}

/** A decision that needs a sentence asks for it; the others are done at once. */
export async function decideInChat(ctx: Ctx, kind: AnyKind, { id = '', action = '' }: Args): Promise<Outcome> {
  const looked = await lookAt(ctx, kind, id)
  const move = looked?.moves.find(({ name }) => name === action)
  if (!looked || !move || move.asks === 'nothing') return decided(ctx, kind, id, { action, reason: '', marks: [] })
  const questions = looked.answers.map(({ field, label }, index) => ({ code: field, label: `${index + 1}. ${label}` }))
  return {
    start: move.asks === 'return' ? 'record.return' : 'record.reason',
    key: `${id}:${action}`,
    params: {
      ...{ kind: kind.name, id, action, questions, about: looked.record.code },
      ...{ name: nameOf(ctx, ctx.t, kind, looked.record), move: doOf(ctx, kind, action) },
      ...(move.asks === 'note'
        ? { context: 'note', question: askOf(ctx, kind, action), note: ctx.t(`${kind.name}.moves.${action}.note`) }
        : {}),
    },
  }
}

export async function decided(ctx: Ctx, kind: AnyKind, id: string, decision: Decision): Promise<Screen> {
  const { say } = await decideRecord(ctx, kind, id, decision)
  return {
    text: say,
    choices: [
      { label: ctx.t('decisions.next'), go: { to: 'decide' } },
      { label: ctx.t('records.open'), go: { to: 'record.show', args: { kind: kind.name, id } } },
    ],
  }
}

export function correctInChat(ctx: Ctx, kind: AnyKind, { id = '' }: Args): Promise<Outcome> {
  return correctRecord(ctx, kind, id)
}
