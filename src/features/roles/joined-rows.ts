import { Prisma } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'

/**
 * What becomes of a column that points at a person when two rows of people are joined. `goes`: it points at the row that stays; where
 * one is there already that has the same in the columns named, the old one stays behind. `joining`: `joinPeople` or `join` sees to it
 * by itself. `past`: who did it, or sat there, on that day: it stays. `goesInside`: the id stands within a key or a JSON value, and goes in
 * the rows that it names. A test compares this with the database, every JSON column included.
 */
type Becomes =
  | { goes: readonly string[] }
  | { goesInList: true }
  | { goesInside(from: string, to: string): Prisma.Sql }
  | 'joining'
  | 'past'

const goes = { goes: [] }
const ofOpenForms = { goesInside: () => Prisma.sql`r.state IN ('OPEN', 'WAITING')` }

export const joinedRows: Readonly<Record<string, Becomes>> = {
  'account.person_id': 'joining',
  'answer.value': 'past',
  'appraisal.given_by_id': 'past',
  'audit.actor_id': 'past',
  'award.by_id': 'past',
  'award.person_id': goes,
  'award_decision.by_id': 'past',
  // Sealed under the name of the row that cast it; nobody is joined while a sitting of theirs is under way.
  'ballot.person_id': 'past',
  'broadcast.audience': 'past',
  'broadcast.by_id': 'past',
  'broadcast_recipient.person_id': 'past',
  'calendar_event.person_id': { goes: ['event'] },
  'calendar_feed.person_id': 'joining',
  'campaign.plan': 'past',
  'case_export.agreed_by_id': 'past',
  'case_export.asked_by_id': 'past',
  'case_version.by_id': 'past',
  'chat_line.body': 'past',
  'consent.person_id': 'joining',
  'conversation.prompt': 'past',
  'council_choice.by_id': 'past',
  'council_conflict.person_id': 'past',
  'council_key.person_id': goes,
  'council_member.person_id': { goes: ['unit_code', 'valid_from'] },
  'data_request.person_id': 'joining',
  'dead_letter.decided_by_id': 'past',
  'delivery.person_ids': { goesInList: true },
  'delivery.sent_by_id': 'past',
  'draft.key': ofOpenForms,
  'draft.params': ofOpenForms,
  'draft.pending': 'past',
  'draft.person_id': 'joining',
  'figure_sheet.changed_by_id': 'past',
  'figure_sheet.content': 'past',
  'invitation.created_by': 'past',
  'library_paper.added_by_id': 'past',
  'nomination_fact.known': 'past',
  'nomination_fact.person_id': goes,
  'objection.answered_by_id': 'past',
  'objection.by_id': 'past',
  'one_time_link.person_id': 'joining',
  'outbox.body': 'past',
  'paper.differences': 'past',
  'paper.figures': 'past',
  'paper.made_by_id': 'past',
  'paper_template.changed_by_id': 'past',
  'person.joined_into': 'joining',
  'reason_text.made_by_id': 'past',
  'received_note.by_id': 'past',
  'received_note.decided_by_id': 'past',
  'record.author_id': 'joining',
  // Of a kind of which a person has one a target: unless the one who stays has it already.
  'record.key': {
    goesInside: (from, to) => Prisma.sql`NOT EXISTS (SELECT FROM record k
      WHERE k.campaign_id = r.campaign_id AND k.kind = r.kind AND k.key = replace(r.key, ${from}, ${to}))`,
  },
  'record_move.by_id': 'past',
  'record_move.marks': 'past',
  'record_version.answers': 'past',
  'record_version.author_id': 'past',
  'reminder.person_id': { goes: ['obligation_id', 'step'] },
  'reminder_order.by_id': 'past',
  'reminder_order.person_id': goes,
  'reminder_phone.person_id': 'joining',
  'reorganisation.by_id': 'past',
  // Who was chosen to go where on a day to come.
  'reorganisation.content': { goesInside: () => Prisma.sql`r.done_at IS NULL AND r.undone_at IS NULL` },
  'reorganisation.trace': 'past',
  'role_assignment.in_place_of': 'joining',
  'role_assignment.person_id': 'joining',
  'saved_view.person_id': { goes: ['path', 'name'] },
  'second_step.person_id': 'joining',
  'setting.value': 'past',
  'sitting.prepared_by_id': 'past',
  'sitting.rules': 'past',
  'sitting_member.person_id': 'past',
  'stop_fact.loaded_by_id': 'past',
  'web_session.person_id': 'joining',
}

/** Lets what points at one person point at the other, as it is listed above, in the caller's transaction. */
export async function rowsGo(tx: Tx, from: string, to: string): Promise<void> {
  for (const [place, becomes] of Object.entries(joinedRows)) {
    if (typeof becomes === 'string') continue
    const [table, column] = place.split('.').map(name => Prisma.raw(`"${name}"`))
    if (!table || !column) continue
    if ('goesInside' in becomes) await insideGoes(tx, place, becomes.goesInside(from, to), from, to)
    else if ('goesInList' in becomes)
      await tx.$executeRaw`
        UPDATE ${table} SET ${column} = array_replace(${column}, ${from}::uuid, ${to}::uuid) WHERE ${from}::uuid = ANY(${column})`
    else
      await tx.$executeRaw`UPDATE ${table} r SET ${column} = ${to}::uuid WHERE ${column} = ${from}::uuid ${unless(table, column, to, becomes.goes)}`
  }
}

/** Ids are told apart by themselves wherever they stand, so that the text of a value is enough. */
async function insideGoes(tx: Tx, place: string, where: Prisma.Sql, from: string, to: string): Promise<void> {
  const [table = '', column = ''] = place.split('.')
  const [named, inside] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
  const type = Prisma.raw(column === 'key' ? 'text' : 'jsonb')
  await tx.$executeRaw`UPDATE ${named} r SET ${inside} = replace(r.${inside}::text, ${from}, ${to})::${type}
    WHERE strpos(r.${inside}::text, ${from}) > 0 AND ${where}`
}

function unless(table: Prisma.Sql, column: Prisma.Sql, to: string, same: readonly string[]): Prisma.Sql {
  if (same.length === 0) return Prisma.empty
  const equal = same.map(name => Prisma.raw(`k."${name}" = r."${name}"`))
  return Prisma.sql`AND NOT EXISTS (SELECT FROM ${table} k WHERE k.${column} = ${to}::uuid AND ${Prisma.join(equal, ' AND ')})`
}
