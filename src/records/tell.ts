import type { Ctx } from '../contract/feature.ts'
import { enqueueTo } from '../outbox/enqueue.ts'
import type { Go } from '../outbox/go.ts'
import { holdersOf } from '../people/holders.ts'
import { inPlaceOf } from '../people/in-place-of.ts'
import { may } from '../people/may.ts'
import type { Person } from '../people/person.ts'
import { readPerson } from '../people/read-person.ts'
import type { RecordVersion, Role, Record as StoredRecord } from '../store/generated/client.ts'
import type { Translate } from '../texts.ts'
import { formOf } from './answers.ts'
import type { AnyKind, Move } from './kind.ts'
import { nameOf, stateName } from './naming.ts'
import { withdrawal } from './offered.ts'
import { versionOf } from './store.ts'
import type { Mark } from './write.ts'

/** Whom the head's gate stands open to. */
export interface Gate {
  heads: number
  /** One more heads the unit, but the record is about them: somebody else lets it through. */
  isAboutHead: boolean
}

/** Tells those of the unit who may approve it that a record waits for them; whom it is about is not asked. */
export async function tellGate(ctx: Ctx, kind: AnyKind, record: StoredRecord): Promise<Gate> {
  const { heads, isAboutHead } = await headsFor(ctx, kind, record)
  for (const head of heads) {
    if (head.id === ctx.person.id) continue
    const t = ctx.texts(head.locale)
    const text = t('records.told.gate', { who: ctx.person.fullName, name: nameOf(ctx, t, kind, record) })
    await notify(ctx, head.id, `gate:${record.id}:${record.version}`, text, t('records.open'), toShow(kind, record))
  }
  return { heads: heads.length, isAboutHead }
}

/** Those of the unit who may let a record through. */
async function headsFor(ctx: Ctx, kind: AnyKind, record: StoredRecord) {
  const roles = Object.entries(kind.rights.approve?.powers ?? {}).flatMap(([role, scope]) =>
    scope === 'own' ? [role] : [],
  )
  const holders = await holdersOf(ctx.tx, roles as Role[], ctx.today, record.unitCode)
  const about = (await kind.aboutWhom?.(ctx.tx, [record.id]))?.get(record.id)
  const heads = holders.filter(({ id }) => id !== about)
  return { heads, isAboutHead: heads.length < holders.length }
}

/** A move that was made, as it is told. */
export interface MoveMade {
  action: string
  asks: Move['asks']
  reason: string
  marks: readonly Mark[]
  moveId: string
}

/** Tells everybody concerned what was done. The names of those who are told. */
export async function tellMoved(ctx: Ctx, kind: AnyKind, record: StoredRecord, move: MoveMade): Promise<string[]> {
  const version = await versionOf(ctx.tx, record.id, record.version)
  const concerned = await concernedBy(ctx, kind, record, move)
  for (const { person, isSender } of concerned) {
    const t = ctx.texts(person.locale)
    const params = {
      who: ctx.person.fullName,
      did: didOf(t, kind, move.action),
      name: nameOf(ctx, t, kind, record),
      state: stateName(t, kind, record, true),
      reason: reasonLines(t, kind, version, move.reason, move.marks),
    }
    const corrects = move.asks === 'return' && isSender
    const returned = corrects ? 'returned' : 'movedBecause'
    const words = { nothing: 'moved', reason: 'movedBecause', note: 'movedNoting', return: returned } as const
    const note = move.asks === 'note' ? t(`${kind.name}.moves.${move.action}.note`) : ''
    const text = t(`records.told.${words[move.asks]}`, { ...params, note })
    const [label, go] = corrects
      ? [t('records.correct'), { to: 'record.correct', args: argsOf(kind, record) }]
      : [t('records.open'), toShow(kind, record)]
    await notify(ctx, person.id, `move:${move.moveId}`, text, label, go)
  }
  return concerned.map(({ person }) => person.fullName)
}

/**
 * Everybody whom a move concerns (whose it is, who handed it in, who approved it, and who has taken their place), but not who made it;
 * `isSender`: it comes back to them.
 */
export async function concernedBy(
  ctx: Ctx,
  kind: AnyKind,
  record: StoredRecord,
  move: Pick<MoveMade, 'action' | 'moveId'>,
): Promise<{ person: Person; isSender: boolean }[]> {
  const version = await versionOf(ctx.tx, record.id, record.version)
  const approvals = await ctx.tx.recordMove.findMany({
    where: { recordId: record.id, version: record.version, action: 'approve' },
    select: { byId: true },
  })
  const own = [version.authorId, record.authorId]
  const after = kind.isPersonal ? [] : await inPlaceOf(ctx.tx, own, record.unitCode, ctx.today)
  const senders = [...own, ...after]
  const asked = move.action === withdrawal ? await askedAtGate(ctx, kind, record, move.moveId) : []
  const concerned = new Set([...senders, ...approvals.flatMap(({ byId }) => byId ?? []), ...asked])
  const found: { person: Person; isSender: boolean }[] = []
  for (const id of concerned) {
    const person = id === ctx.person.id ? null : await readPerson(ctx.tx, id, ctx.today)
    if (!person) continue
    // Who stands in for somebody's other work has no part in this.
    if (!own.includes(id) && after.includes(id) && !may(person, kind.rights.write, { unitCode: record.unitCode }))
      continue
    found.push({ person, isSender: senders.includes(id) })
  }
  return found
}

/** The heads who were asked for their word on what is withdrawn before they gave it. */
async function askedAtGate(ctx: Ctx, kind: AnyKind, record: StoredRecord, moveId: string): Promise<string[]> {
  const { waitedFor } = await ctx.tx.recordMove.findUniqueOrThrow({
    where: { id: moveId },
    select: { waitedFor: true },
  })
  if (waitedFor !== kind.rights.approve?.name) return []
  return (await headsFor(ctx, kind, record)).heads.map(({ id }) => id)
}

/** What was done, in the past: of the kind's own moves by the kind, of the common ones by the house. */
export function didOf(t: Translate, kind: AnyKind, action: string): string {
  return t(kind.moves[action] ? `${kind.name}.moves.${action}.did` : `records.moves.${action}.did`)
}

/** The reason of the whole, then each marked question under its number with its own. */
export function reasonLines(
  t: Translate,
  kind: AnyKind,
  version: Pick<RecordVersion, 'form' | 'formVersion'>,
  reason: string,
  marks: readonly Mark[],
): string {
  const form = formOf(kind, version)
  const lines = marks.map(({ field, reason: why }) =>
    t('records.markLine', { label: t(`${form.texts}.${field}.label`), reason: why }),
  )
  return [reason, ...lines].join('\n')
}

function toShow(kind: AnyKind, record: StoredRecord): Go {
  return { to: 'record.show', args: argsOf(kind, record) }
}

function argsOf({ name }: AnyKind, { id }: StoredRecord) {
  return { kind: name, id }
}

export async function notify(
  ctx: Ctx,
  personId: string,
  key: string,
  text: string,
  word: string,
  go: Go,
): Promise<void> {
  const dedupeKey = `record:${key}:${personId}`
  const message = { text, words: [word] }
  await enqueueTo(ctx.tx, personId, { dedupeKey, kind: 'NOTICE', campaign: ctx.campaign, message, go: [go] }, ctx.now)
}
