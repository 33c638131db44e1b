import type { System } from '../src/intake/system.ts'
import { newId } from '../src/store/new-id.ts'
import type { BenchDatabase, Run } from './database.ts'
import { measurePair, type Side } from './measure.ts'
import { answerAt, everyKind, questions } from './questions.ts'
import { benchSystem, formFeature, type Member, newMember, say } from './system.ts'
import type { Line } from './table.ts'

const count = 20
/** Of each form: the first word begins it, the last two answers end it. */
const measured = 18
const unit = 'UB-P-QT'

/**
 * (c) One whole inbound event (claim, locks, scene, step, answer, state, reply) and a transaction by hand that only stores
 * the same five rows, one statement a row. For comparison also all five rows in one single statement, which is the least
 * that any program can do.
 */
export async function eventAgainstSql(database: BenchDatabase): Promise<Line[]> {
  const system = await benchSystem(database, [formFeature(questions(count, everyKind))])
  const ours = await filling(system)
  const rules = { cost: 'wall', rounds: 21, warmUp: 6 } as const
  const rows = await rowsLike(system, ours.member)
  const each = (run: Run, event: EventRows) => eachRow(run, event)
  const separate = await byHand(database, system, rows, event => database.transaction(run => each(run, event)))
  const single = await byHand(database, system, rows, event => database.run(...inOneStatement(event)))
  const name = `(c) inbound event / SQL by hand, ${database.kind}`
  return [
    { name, pair: await measurePair(ours.side, separate, rules), unit: 'ms', target: { atMost: 2 } },
    {
      name: `    … / the five rows in one statement`,
      pair: await measurePair(ours.side, single, rules),
      unit: 'ms',
      target: null,
    },
  ]
}

async function filling(system: System): Promise<{ side: Side; member: Member }> {
  const member = await newMember(system, 'CLERK', unit)
  const type = (at: number) => say(system, member, answerAt(at, everyKind))
  await say(system, member, 'menu')
  for (let at = 0; at < measured; at++) await type(at)
  const side: Side = {
    size: measured,
    before: async () => {
      for (let at = measured; at < count; at++) await type(at)
      await say(system, member, 'menu')
    },
    run: async () => {
      for (let at = 0; at < measured; at++) await type(at)
    },
  }
  return { side, member }
}

/** What the product has stored for a typical event. */
interface Typical {
  prompt: string
  body: string
}

async function rowsLike(system: System, { accountId }: Member): Promise<Typical> {
  const { prompt } = await system.prisma.conversation.findUniqueOrThrow({ where: { accountId } })
  const { body } = await system.prisma.outbox.findFirstOrThrow({ where: { accountId }, orderBy: { seq: 'desc' } })
  return { prompt: JSON.stringify(prompt), body: JSON.stringify(body) }
}

interface EventRows extends Typical {
  eventId: string
  accountId: string
  draftId: string
  field: string
  typed: string
  promptNo: number
  now: Date
}

let events = 0

async function byHand(
  database: BenchDatabase,
  system: System,
  typical: Typical,
  store: (event: EventRows) => Promise<void>,
): Promise<Side> {
  const { accountId, personId } = await newMember(system, 'CLERK', unit)
  let draftId = ''
  return {
    size: measured,
    before: async () => {
      draftId = newId(system.clock.now())
      await database.run(
        `INSERT INTO draft (id, person_id, form, form_version, params, position, created_at, updated_at)
         VALUES ($1, $2, 'bench', 1, '{}', 'q1', now(), now())`,
        [draftId, personId],
      )
    },
    run: async () => {
      for (let at = 0; at < measured; at++) {
        const typed = answerAt(at, everyKind)
        const eventId = `hand-${++events}`
        const now = system.clock.now()
        await store({ ...typical, eventId, accountId, draftId, field: `q${at + 1}`, typed, promptNo: events, now })
      }
    },
  }
}

async function eachRow(run: Run, event: EventRows): Promise<void> {
  const { eventId, accountId, draftId, field, typed, promptNo, prompt, body, now } = event
  await run(`INSERT INTO inbound_event (channel, event_id, received_at) VALUES ('telegram', $1, $2)`, [eventId, now])
  await run(`INSERT INTO answer (draft_id, field, value, typed, at) VALUES ($1, $2, $3, $4, $5)`, [
    draftId,
    field,
    JSON.stringify(typed),
    typed,
    now,
  ])
  await run(`UPDATE draft SET position = $2, revision = revision + 1, updated_at = $3 WHERE id = $1`, [
    draftId,
    field,
    now,
  ])
  await run(
    `UPDATE conversation SET prompt_no = $2, prompt = $3, draft_id = $4, last_inbound_at = $5 WHERE account_id = $1`,
    [accountId, promptNo, prompt, draftId, now],
  )
  await run(
    `INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at)
     VALUES ($1, $2, 'telegram', 'REPLY', $3, $4, $4)`,
    [`reply:telegram:${eventId}:0`, accountId, body, now],
  )
}

function inOneStatement(event: EventRows): [string, unknown[]] {
  const { eventId, accountId, draftId, field, typed, promptNo, prompt, body, now } = event
  const sql = `
    WITH claimed AS (
      INSERT INTO inbound_event (channel, event_id, received_at) VALUES ('telegram', $1, $2)
    ), answered AS (
      INSERT INTO answer (draft_id, field, value, typed, at) VALUES ($3, $4, $5, $6, $2)
    ), moved AS (
      UPDATE draft SET position = $4, revision = revision + 1, updated_at = $2 WHERE id = $3
    ), talked AS (
      UPDATE conversation SET prompt_no = $7, prompt = $8, draft_id = $3, last_inbound_at = $2 WHERE account_id = $9
    )
    INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at)
    VALUES ($10, $9, 'telegram', 'REPLY', $11, $2, $2)`
  const key = `reply:telegram:${eventId}:0`
  return [sql, [eventId, now, draftId, field, JSON.stringify(typed), typed, promptNo, prompt, accountId, key, body]]
}
