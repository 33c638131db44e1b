import { writeAudit } from '../../people/audit.ts'
import { fold } from '../../reading/text.ts'
import type { Award, Role } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import type { Tx } from '../../store/transaction.ts'
import { foldName } from '../nominations/nominee.ts'
import type { AwardForm, HonoreeKind, Level, Purpose } from './codes.ts'

/** An award as somebody knows it, wherever it was decided. */
export interface KnownAward {
  honoreeKind: HonoreeKind
  name: string
  personId: string | null
  unitCode: string | null
  /** As it was called on the day. */
  unitName: string
  position: string
  form: AwardForm
  purpose: Purpose
  level: Level
  authority: string
  achievement: string
  decisionNumber: string
  decidedOn: string
  golden: number | null
  prizeVnd: bigint | null
  /** Of the certificate, where one is made here. */
  serial?: string
  isLeader?: boolean | null
  isDirectWorker?: boolean | null
  isWoman?: boolean | null
}

/** Where it comes from: a list decided on here, a unit’s word, a list of past years. */
export type Origin =
  | { origin: 'DECIDED'; recordId: string; decisionId: string; campaignId: string }
  | { origin: 'RECORDED'; campaignId: string | null }
  | { origin: 'LOADED' }

/** Who writes it and as what; null: the command line. */
export interface Writer {
  id: string
  role: Role
}

/** Writes awards into the register, with the log of it; gives the rows back in their order. */
export async function writeAwards(
  tx: Tx,
  awards: readonly (KnownAward & Origin)[],
  by: Writer | null,
  now: Date,
): Promise<Award[]> {
  const rows = awards.map(award => ({
    ...award,
    ...{ id: newId(now), nameFolded: foldName(award.name), searchText: searchTextOf(award) },
    ...{ year: Number(award.decidedOn.slice(0, 4)), byId: by?.id ?? null, createdAt: now },
  }))
  const written = await tx.award.createManyAndReturn({ data: rows })
  for (const { id, origin } of written) {
    const actor = { actorId: by?.id ?? null, actorRole: by?.role ?? ('SYSTEM' as const) }
    await writeAudit(tx, { ...actor, action: 'award.write', subjectType: 'award', subjectId: id, to: origin }, now)
  }
  const byId = new Map(written.map(award => [award.id, award]))
  return rows.flatMap(({ id }) => byId.get(id) ?? [])
}

export function searchTextOf({ name, unitName, decisionNumber, achievement }: KnownAward): string {
  return fold([name, unitName, decisionNumber, achievement].join(' '))
}
