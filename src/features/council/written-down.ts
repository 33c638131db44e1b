import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole } from '../../people/may.ts'
import { announced } from '../../store/announcements.ts'
import type { Tx } from '../../store/transaction.ts'
import { preparing, sitInCouncil } from './rights.ts'
import { memberOf, type WholeSitting } from './sitting.ts'

/** What is done in a sitting, as the audit names it. */
export const steps = [
  ...(['prepare', 'invite', 'answer', 'present', 'declare', 'begin', 'close'] as const),
  ...(['openHalf', 'open', 'conclude', 'read', 'confirm', 'cancel'] as const),
] as const

export type Step = (typeof steps)[number]

/** Writes down a step of a sitting and tells its open pages. `to` never says what a ballot says. */
export async function stepTaken(
  ctx: Ctx,
  sitting: WholeSitting,
  step: Step,
  more: { to?: string; reason?: string } = {},
): Promise<void> {
  const { tx, now, person, campaign } = ctx
  const right = memberOf(sitting, ctx) ? sitInCouncil : preparing(campaign, sitting.unitCode)
  const actorRole = givingRole(person, right, { unitCode: sitting.unitCode })?.role ?? 'GUEST'
  const entry = {
    actorId: person.id,
    actorRole,
    action: `council.${step}`,
    subjectType: 'sitting',
    subjectId: sitting.id,
  } as const
  await writeAudit(tx, { ...entry, ...more }, now)
  await announce(tx, sitting.id)
}

/** Open pages of the sitting look at it again once the transaction has ended, in whatever process they are. */
export async function announce(tx: Tx, sittingId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${announced}, ${liveKey(sittingId)})`
}

export function liveKey(sittingId: string): string {
  return `sitting:${sittingId}`
}
