import type { Ctx } from '../../contract/feature.ts'
import { shown } from '../../records/answers.ts'
import { nomination } from '../nominations/kind.ts'
import { type Nominee, nomineesOf } from '../nominations/nominees.ts'
import { nominationRights } from '../nominations/rights.ts'
import { unitsOf } from './members.ts'
import { cityCouncil } from './rights.ts'

/** A nominee that a council may consider. */
export interface WaitingNominee extends Nominee {
  /** At its head's gate, which it passes only with the agreement; else the council of the City advises on it. */
  isAtGate: boolean
}

/** States in which the council of the City advises: its office has taken the nomination in, and nobody has decided yet. */
const beforeDecision = ['RECEIVED', 'APPRAISING', 'PROPOSED', 'SUBMITTED_TO_CHAIR']

/** What waits for this council: at the gates of its units, and for the council of the City what is before its chair. */
export async function waitingFor(ctx: Ctx, councilCode: string): Promise<WaitingNominee[]> {
  const { tx, campaign } = ctx
  const found: WaitingNominee[] = []
  for (const unitCode of await unitsOf(tx, councilCode)) {
    const all = await nomineesOf(tx, { campaignId: campaign.id, unitCode, version: 'newest' })
    const waiting = all.filter(({ waitsFor }) => waitsFor === nominationRights.approve.name)
    found.push(...waiting.map(one => ({ ...one, isAtGate: true })))
  }
  if (councilCode !== cityCouncil(campaign)) return found
  const passed = await nomineesOf(tx, { campaignId: campaign.id, states: beforeDecision })
  return [...found, ...passed.map(one => ({ ...one, isAtGate: false }))]
}

/** What lies before the members: the nomination, question by question, and its files. */
export interface NomineePaper {
  fields: readonly { label: string; value: string }[]
  files: readonly { id: string; name: string }[]
}

/** The papers of these versions, by record. */
export async function papersOf(
  ctx: Ctx,
  versions: readonly { recordId: string; version: number }[],
): Promise<ReadonlyMap<string, NomineePaper>> {
  const rows = await ctx.tx.recordVersion.findMany({
    where: { OR: versions.map(({ recordId, version }) => ({ recordId, version })) },
  })
  const files = await ctx.tx.storedFile.findMany({
    where: { id: { in: rows.flatMap(({ fileIds }) => fileIds) }, state: 'STORED' },
    select: { id: true, name: true },
  })
  return new Map(
    rows.map(row => [
      row.recordId,
      { fields: shown(ctx, nomination, row), files: files.filter(({ id }) => row.fileIds.includes(id)) },
    ]),
  )
}
