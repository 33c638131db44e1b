import type { Audience } from '../../campaign/duty.ts'
import type { Ctx } from '../../contract/feature.ts'
import { dayAndHour } from '../../reminders/plan/sending-hours.ts'
import { shortDate } from '../../reminders/words/days-in-words.ts'

/** Somebody who has been told of an obligation, with the latest day. */
export interface Notified {
  name: string
  /** Text key of the level they stand at: that of the unit, else whatever they hold. */
  role: string
  at: Date
}

/** Who has been told of each obligation, by reminder or by an officer's message, in the order of the days. */
export async function notifiedOf(ctx: Ctx, obligationIds: readonly string[]): Promise<ReadonlyMap<string, Notified[]>> {
  const ids = obligationIds as string[]
  const rows = await ctx.tx.$queryRaw<{ id: string; name: string; role: string | null; at: Date }[]>`
    SELECT told.id, p.full_name AS name, max(told.at) AS at,
      (SELECT r.role::text FROM role_assignment r WHERE r.person_id = p.id
        ORDER BY r.unit_code = o.unit_code DESC, r.role = 'PNV' DESC, r.role LIMIT 1) AS role
    FROM (SELECT obligation_id AS id, person_id, at FROM reminder
        WHERE obligation_id = ANY(${ids}::uuid[]) AND state IN ('SENT', 'ACKNOWLEDGED')
      UNION ALL SELECT b.obligation_id, b.person_id, x.sent_at FROM broadcast_recipient b
        JOIN outbox x ON x.dedupe_key = b.outbox_key AND x.state IN ('SENT', 'UNKNOWN')
        WHERE b.obligation_id = ANY(${ids}::uuid[]) AND x.sent_at IS NOT NULL) told
      JOIN person p ON p.id = told.person_id JOIN obligation o ON o.id = told.id
    GROUP BY told.id, p.id, o.unit_code ORDER BY max(told.at), p.full_name`
  const told = new Map<string, Notified[]>()
  for (const { id, name, role, at } of rows) {
    const one = { name, role: keyOf(role), at }
    const own = told.get(id)
    if (own) own.push(one)
    else told.set(id, [one])
  }
  return told
}

function keyOf(role: string | null): string {
  const level = role === null ? undefined : levels[role]
  return level ? `reminders.page.audience.${level}` : `roles.${role ?? 'GUEST'}`
}

const levels: Readonly<Record<string, Audience>> = {
  CLERK: 'focalPoint',
  HEAD: 'head',
  WARD_CHAIR: 'head',
  PNV: 'officer',
  FOCAL: 'focalAgency',
}

/** «Nguyễn Văn Lan (đầu mối) 22/03». */
export function notifiedInWords(ctx: Ctx, { name, role, at }: Notified): string {
  const day = shortDate(dayAndHour(at, ctx.campaign.timeZone).day)
  return ctx.t('reminders.page.toldOne', { name, role: ctx.t(role), day })
}
