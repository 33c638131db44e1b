import { unitName } from '../campaign/names.ts'
import type { Ctx } from '../contract/feature.ts'
import type { RecordVersion } from '../store/generated/client.ts'
import { type Change, changes, shown } from './answers.ts'
import { marksOf } from './correct.ts'
import type { AnyKind } from './kind.ts'
import { comingBack } from './succession.ts'
import { didOf, reasonLines } from './tell.ts'

/** The versions that a person may read, oldest first: all for those who work on them, else those that went beyond the unit. */
export function versionsSeen(ctx: Ctx, recordId: string, isInside: boolean): Promise<RecordVersion[]> {
  const where = { recordId, ...(isInside ? {} : { passedAt: { not: null } }) }
  return ctx.tx.recordVersion.findMany({ where, orderBy: { version: 'asc' } })
}

/** What was done with those versions, oldest first, in sentences. */
export async function historyOfRecord(ctx: Ctx, kind: AnyKind, versions: readonly RecordVersion[], isInside: boolean) {
  const [first] = versions
  if (!first) return []
  const moves = await ctx.tx.recordMove.findMany({
    where: {
      recordId: first.recordId,
      version: { in: versions.map(({ version }) => version) },
      ...(isInside ? {} : { action: { not: 'sendBack' } }),
    },
    orderBy: { seq: 'asc' },
    include: { by: { select: { fullName: true } } },
  })
  const versionOfMove = (nth: number) => versions.find(({ version }) => version === nth) ?? first
  return moves.map(move => {
    const unit = unitName(ctx.campaign, move.roleUnit)
    const role = ctx.t(`roles.${move.role}`)
    const goesOn =
      move.fromUnit && move.toUnit
        ? ctx.t(move.action === comingBack ? 'records.comesBack' : 'records.goesOn', {
            from: unitName(ctx.campaign, move.fromUnit),
            to: unitName(ctx.campaign, move.toUnit),
          })
        : undefined
    const reason = reasonLines(ctx.t, kind, versionOfMove(move.version), move.reason ?? '', marksOf(move))
    return {
      at: ctx.localTime(move.at),
      who: move.by ? ctx.t('records.by', { who: move.by.fullName, role: unit ? `${role}, ${unit}` : role }) : role,
      what:
        goesOn ??
        ctx.t('records.historyLine', { did: capital(didOf(ctx.t, kind, move.action)), version: move.version }),
      ...(reason ? { reason: reason.trim() } : {}),
      ...(kind.moves[move.action]?.asks === 'note' ? { noted: ctx.t(`${kind.name}.moves.${move.action}.note`) } : {}),
    }
  })
}

/** What the newest of the versions changes against the one before it; nothing when it is the first. */
export function changesOf(ctx: Ctx, kind: AnyKind, versions: readonly RecordVersion[]): Change[] {
  const [before, present] = versions.slice(-2)
  return before && present ? changes(ctx.t, shown(ctx, kind, before), shown(ctx, kind, present)) : []
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
