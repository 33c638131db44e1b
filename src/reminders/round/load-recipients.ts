import { instantOf } from '../../clock.ts'
import { type Contact, unreachableWhy } from '../../outbox/reach.ts'
import { readZaloRules } from '../../outbox/zalo-rules.ts'
import type { Role } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Locale } from '../../texts.ts'
import type { Recipient } from '../plan/recipients.ts'
import { instantAt } from '../plan/sending-hours.ts'
import { addDays } from '../plan/working-days.ts'

interface Row {
  id: string
  name: string
  locale: Locale
  quiet_from: string | null
  quiet_to: string | null
  contacts: { channel: string; heardAt: string | null; hasPhone: boolean }[]
  sent_today: number
  roles: { role: Role; unitCode: string }[]
}

/** Those who answer for these units today, and the officers. */
export async function loadRecipients(
  tx: Tx,
  units: readonly string[],
  today: string,
  timeZone: string,
  now: Date,
): Promise<Recipient[]> {
  const rules = await readZaloRules(tx)
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.given_name AS name, p.locale, p.quiet_from, p.quiet_to,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('channel', a.channel, 'heardAt', c.last_inbound_at,
          'hasPhone', EXISTS (SELECT FROM reminder_phone f WHERE f.person_id = p.id)) ORDER BY c.last_inbound_at DESC NULLS LAST)
        FROM account a JOIN conversation c ON c.account_id = a.id
        WHERE a.person_id = p.id AND a.state = 'ACTIVE'), '[]') AS contacts,
      (SELECT count(*)::int FROM account a JOIN outbox o ON o.account_id = a.id
        WHERE a.person_id = p.id AND o.kind IN ('REMINDER', 'BROADCAST') AND o.state NOT IN ('EXPIRED', 'UNREACHABLE')
          AND GREATEST(o.created_at, o.not_before) >= ${instantAt(today, '00:00', timeZone)}
          AND o.not_before < ${instantAt(addDays(today, 1), '00:00', timeZone)}) AS sent_today,
      jsonb_agg(jsonb_build_object('role', r.role, 'unitCode', r.unit_code) ORDER BY r.role, r.unit_code) AS roles
    FROM role_assignment r JOIN person p ON p.id = r.person_id
    WHERE p.erased_at IS NULL AND r.valid_from <= ${today} AND (r.valid_to IS NULL OR r.valid_to >= ${today})
      AND (r.role = 'PNV'
        OR (r.role IN ('CLERK', 'HEAD', 'WARD_CHAIR', 'FOCAL') AND r.unit_code = ANY(${units as string[]}::text[])))
    GROUP BY p.id ORDER BY p.id`
  return rows.map(row => ({
    personId: row.id,
    name: row.name,
    locale: row.locale,
    roles: row.roles,
    unreachable: unreachableWhy(row.contacts.map(contactOf), rules, now),
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
    sentToday: row.sent_today,
  }))
}

function contactOf({ channel, heardAt, hasPhone }: Row['contacts'][number]): Contact {
  return { channel, heardAt: heardAt === null ? null : instantOf(heardAt), hasPhone }
}
