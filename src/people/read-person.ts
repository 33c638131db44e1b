import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../store/transaction.ts'
import type { Person } from './person.ts'

/** A person with the roles held on a day; null when there is none or the person was erased. */
export async function readPerson(tx: Tx, id: string, today: Temporal.PlainDate): Promise<Person | null> {
  const day = today.toString()
  // One statement: everybody's every step begins with it.
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT p.full_name AS "fullName", p.given_name AS "givenName", p.locale, (
      SELECT coalesce(
        jsonb_agg(jsonb_build_object('role', r.role, 'unitCode', r.unit_code, 'position', r.position)
          ORDER BY r.valid_from, r.id), '[]')
      FROM role_assignment r
      WHERE r.person_id = p.id AND r.valid_from <= ${day} AND (r.valid_to IS NULL OR r.valid_to >= ${day})
    ) AS roles
    FROM person p WHERE p.id = ${id}::uuid AND p.erased_at IS NULL`
  return row ? { id, ...row, locale: row.locale === 'en' ? 'en' : 'vi' } : null
}

type Row = Omit<Person, 'id' | 'locale'> & { locale: string }
