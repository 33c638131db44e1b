import type { Ctx } from '../contract/feature.ts'
import { timeLines } from '../contract/three-times.ts'
import type { FileState, RecordVersion, Record as StoredRecord } from '../store/generated/client.ts'
import { answersOf, type Change, type ShownAnswer, shown } from './answers.ts'
import { changesOf, historyOfRecord, versionsSeen } from './history.ts'
import type { AnyKind } from './kind.ts'
import { movesFor } from './move.ts'
import { stateName } from './naming.ts'
import type { OpenMove } from './offered.ts'
import { agenciesOf, answeredFor, versionSeenBy, worksOn } from './seeing.ts'
import { findRecord } from './store.ts'

/** A record as one person sees it: the same in chat and on the desk. */
export interface Looked {
  record: StoredRecord
  version: RecordVersion
  /** Sees what the unit is working on, the head's gate included. */
  isInside: boolean
  state: string
  sender: string
  answers: readonly ShownAnswer[]
  /** What is known of it besides the answers. */
  more: readonly { label: string; value: string }[]
  files: readonly { id: string; name: string; state: FileState; mime: string | null }[]
  /** What this version changes against the one before it. */
  changes: readonly Change[]
  history: Awaited<ReturnType<typeof historyOfRecord>>
  moves: readonly OpenMove[]
  /** What the person who decides must know of the times. */
  times: readonly { label: string; value: string }[]
}

/** Null: there is none, or this person may not see it; the two are not told apart. */
export async function lookAt(ctx: Ctx, kind: AnyKind, id: string): Promise<Looked | null> {
  const record = await findRecord(ctx.tx, ctx.campaign.id, kind.name, id)
  if (!record) return null
  const answered = answeredFor(ctx, record)
  const seen = versionSeenBy(ctx.person, kind, answered, agenciesOf(ctx, kind, record))
  const isInside = seen === record.version
  // What the head sent back stays within the unit, also once a later version has passed.
  const isWithin = worksOn(ctx.person, kind, answered)
  const versions = await versionsSeen(ctx, id, isWithin)
  const version = versions.find(one => one.version === seen)
  if (!version) return null
  const sender = await ctx.tx.person.findUniqueOrThrow({ where: { id: version.authorId }, select: { fullName: true } })
  const files = await ctx.tx.storedFile.findMany({
    where: { id: { in: version.fileIds } },
    select: { id: true, name: true, state: true, mime: true },
    orderBy: { id: 'asc' },
  })
  return {
    record,
    version,
    isInside,
    state: stateName(ctx.t, kind, record, isInside),
    sender: sender.fullName,
    answers: shown(ctx, kind, version, { record }),
    more: (await kind.more?.(ctx, record, answersOf(kind, version))) ?? [],
    files,
    changes: changesOf(ctx, kind, versions),
    history: await historyOfRecord(ctx, kind, versions, isWithin),
    times: timeLines(ctx, { ...timesOf(version), isLate: record.isLate }),
    moves: isInside ? await movesFor(ctx, kind, record) : [],
  }
}

function timesOf({ sentAt, receivedAt, claimedAt }: RecordVersion) {
  return { personSentAt: sentAt, takenInAt: receivedAt, claimedAt }
}
