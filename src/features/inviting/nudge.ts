import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { writeAudit } from '../../people/audit.ts'
import { type Holder, holdersOf } from '../../people/holders.ts'
import { givingRole } from '../../people/may.ts'
import { type OpenInvitation, openInvitations } from '../../people/open-invitations.ts'
import { firstSendingTime } from '../../reminders/plan/first-sending-time.ts'
import { dayAndHour, instantAt } from '../../reminders/plan/sending-hours.ts'
import { workingDaysOf } from '../../reminders/plan/working-days.ts'
import { nudgesOf } from './comings.ts'
import { invitePeople } from './rights.ts'

/** Units by what became of the reminder. */
export interface Nudged {
  told: readonly string[]
  /** Reminded before, and nobody was invited since. */
  before: readonly string[]
  /** Nobody there can be reached. */
  nobody: readonly string[]
}

/**
 * Reminds the head of each unit (where there is none, its focal point) of those who were invited and have not come: by name, without codes,
 * in the hours of the office. Once, until somebody else is invited there.
 */
export async function nudgeHeads(ctx: Ctx, unitCodes: readonly string[]): Promise<Nudged> {
  const waiting = await openInvitations(ctx.tx, unitCodes, ctx.now)
  const nudged = await nudgesOf(ctx, unitCodes)
  const told: string[] = []
  const before: string[] = []
  const nobody: string[] = []
  for (const code of unitCodes) {
    const there = waiting.filter(({ unitCode }) => unitCode === code)
    const newest = there.at(-1)
    if (!newest) continue
    const last = nudged.get(code)
    if (last && last >= newest.createdAt) before.push(code)
    else if (await nudgeUnit(ctx, code, there, newest)) told.push(code)
    else nobody.push(code)
  }
  return { told, before, nobody }
}

async function nudgeUnit(
  ctx: Ctx,
  unitCode: string,
  waiting: readonly OpenInvitation[],
  newest: OpenInvitation,
): Promise<boolean> {
  const { tx, now, person } = ctx
  const heads = await holdersOf(tx, ['HEAD', 'WARD_CHAIR'], ctx.today, unitCode)
  const told = heads.length > 0 ? heads : await holdersOf(tx, ['CLERK'], ctx.today, unitCode)
  let isTold = false
  for (const holder of told) {
    const dedupeKey = `invited:${unitCode}:${newest.id}:${holder.id}`
    const message = { text: inWords(ctx, holder, unitCode, waiting) }
    isTold =
      (await enqueueTo(
        tx,
        holder.id,
        { dedupeKey, kind: 'NOTICE', campaign: null, message, ...firstTime(ctx) },
        now,
      )) || isTold
  }
  if (!isTold) return false
  const actorRole = givingRole(person, invitePeople, { unitCode })?.role ?? 'SYSTEM'
  const subject = { subjectType: 'unit', subjectId: unitCode, to: String(waiting.length) }
  await writeAudit(tx, { actorId: person.id, actorRole, action: 'invitation.nudge', ...subject }, now)
  return true
}

function inWords(ctx: Ctx, { locale }: Holder, unitCode: string, waiting: readonly OpenInvitation[]): string {
  const t = ctx.texts(locale)
  const names = waiting.map(({ fullName, role, createdAt }) =>
    t('inviting.nudge.line', { name: fullName, role: t(`roles.${role}`), since: ctx.localTime(createdAt) }),
  )
  const said = { unit: unitName(ctx.campaign, unitCode), count: waiting.length }
  return [t('inviting.nudge.head', said), ...names, t('inviting.nudge.tail')].join('\n')
}

function firstTime({ now, campaign }: Ctx): { notBefore?: Date } {
  const calendar = workingDaysOf(campaign.calendar)
  const first = firstSendingTime(dayAndHour(now, campaign.timeZone), campaign.plan.reminderRules, calendar)
  return first ? { notBefore: instantAt(first.day, first.hour, campaign.timeZone) } : {}
}
