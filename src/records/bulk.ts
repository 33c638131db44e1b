import type { DeskAction, DeskPage, DoneToMany, DoneToOne } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { mayEver } from '../people/may.ts'
import type { Record as StoredRecord } from '../store/generated/client.ts'
import type { AnyKind, Move } from './kind.ts'
import { isTakenBack, type Made, makeMove, undoOf } from './move.ts'
import { reasonsOffered } from './reason-texts.ts'
import { doOf } from './screens.ts'
import { agenciesOf, answeredFor, isAtGate, versionSeenBy } from './seeing.ts'
import { findRecord } from './store.ts'
import { tellManyMoved } from './tell-many.ts'

type Deciding = Pick<Move, 'right' | 'asks' | 'tone'>

/** Deciding on many records of a kind at once: what is not open to a decision, or not this person's, is told and left as it is. */
export function manyOf(kind: AnyKind): NonNullable<DeskPage['many']> {
  return {
    actions: async ctx => {
      const actions = actionsFor(ctx, kind)
      const reasons = actions.some(({ needsReason }) => needsReason) ? await reasonsOffered(ctx, kind.name) : []
      return actions.map(action => (action.needsReason ? { ...action, reasons } : action))
    },
    act: (ctx, ids, action, reason) => decideMany(ctx, kind, ids, action, reason),
  }
}

type Standing = Pick<StoredRecord, 'state' | 'waitsFor' | 'version' | 'passedVersion'>

/** Whether a record waits for a decision that can be made on many. */
export function isChoosable(ctx: Ctx, kind: AnyKind, record: Standing): boolean {
  const names = new Set(actionsFor(ctx, kind).map(({ name }) => name))
  if (isAtGate(kind, record)) return names.has('approve')
  const open = Object.entries(kind.moves).filter(([, { from }]) => from.includes(record.state))
  return record.version === record.passedVersion && open.some(([name]) => names.has(name))
}

/** Decisions that one text can hold: none that notes something of the single record. */
function actionsFor(ctx: Ctx, kind: AnyKind): DeskAction[] {
  const { approve } = kind.rights
  const ofHead: [string, Deciding][] = approve
    ? [
        ['approve', { right: approve, asks: 'nothing', tone: 'good' }],
        ['sendBack', { right: approve, asks: 'return', tone: 'bad' }],
      ]
    : []
  const ofKind = Object.entries(kind.moves).filter(([, { right, asks }]) => right.isDecision && asks !== 'note')
  return [...ofHead, ...ofKind]
    .filter(([, { right }]) => mayEver(ctx.person, right))
    .map(([name, { asks, tone }]) => ({ name, label: doOf(ctx, kind, name), needsReason: asks !== 'nothing', tone }))
}

/** Right after a decision on many. */
const takingBack = { name: 'reopen', needsReason: true }

/** One after the other, in the order of their ids, so that two who decide on the same ones do not wait for each other. */
async function decideMany(
  ctx: Ctx,
  kind: AnyKind,
  ids: readonly string[],
  action: string,
  reason: string,
): Promise<DoneToMany> {
  const offered = [...actionsFor(ctx, kind), takingBack].find(({ name }) => name === action)
  const made: Extract<Made, { ok: true }>[] = []
  const not: string[] = []
  for (const id of [...new Set(ids)].sort()) {
    const code = await codeSeen(ctx, kind, id)
    const given = offered?.needsReason ? reason : ''
    const one = offered
      ? await makeMove(ctx, kind, id, { action, reason: given, marks: [] })
      : { ok: false as const, say: ctx.t('records.notYours') }
    if (one.ok) made.push(one)
    else not.push(ctx.t('records.notDone', { code, why: one.say }))
  }
  const told = await tellManyMoved(ctx, kind, action, made)
  const done = made.map(
    ({ record: { id }, say, becomes }): DoneToOne => ({ id, say, becomes, told: told.get(id) ?? [] }),
  )
  const undone: string[] = []
  for (const { record } of made) if (await isTakenBack(ctx, kind, record, action)) undone.push(record.id)
  return { done, not, ...(undone.length > 0 ? { undo: { ...undoOf(ctx), ids: undone } } : {}) }
}

async function codeSeen(ctx: Ctx, kind: AnyKind, id: string): Promise<string> {
  const record = await findRecord(ctx.tx, ctx.campaign.id, kind.name, id)
  const isSeen =
    record && versionSeenBy(ctx.person, kind, answeredFor(ctx, record), agenciesOf(ctx, kind, record)) !== null
  return isSeen ? record.code : ctx.t('records.unknown')
}
