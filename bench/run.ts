import { boardOfMany } from './board.ts'
import { manyAnswersAgainstFew } from './boards.ts'
import { checkSheetsOfMany } from './check-sheets.ts'
import { formAgainstConversations } from './conversations.ts'
import { type BenchDatabase, openPglite, openPostgres } from './database.ts'
import { deskOfMany, exportOfList } from './desk.ts'
import { dossierAgainstAnswer } from './dossier.ts'
import { eventAgainstSql } from './event.ts'
import { startToFirstAnswer } from './first-answer.ts'
import { oneFloods } from './flooder.ts'
import { idleBeat } from './idle-beat.ts'
import { idlePages } from './idle-pages.ts'
import { liveSitting } from './live-sitting.ts'
import { readersAgainstLimits } from './readers.ts'
import { manyUnitsAgainstFew } from './reminders.ts'
import { postgresServer } from './scratch-postgres.ts'
import { remindersAtPace, repliesDuringBroadcast } from './sending.ts'
import { lateStepAgainstEarly, stepAgainstBareHandler } from './step.ts'
import { summaryOfMany } from './summary.ts'
import { holds, type Line, tableOf } from './table.ts'
import { manyKindsAgainstFew } from './waiting.ts'
import { oaWebhookAgainstBare, zaloEventAgainstTelegram } from './zalo.ts'

const noPostgres = 'no PostgreSQL'
const lines: Line[] = []

/** Tells on the way, so that a long run is not silent; the whole table follows at the end. */
const began = process.hrtime.bigint()

/** Letters of the lines that are wanted, as in `npm run bench -- d h`; none: all of them. */
const wanted = process.argv.slice(2)

async function measured(what: string, work: () => Promise<Line | readonly Line[]>): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(what.charAt(1))) return
  const seconds = (process.hrtime.bigint() - began) / 1_000_000_000n
  process.stderr.write(`${String(seconds).padStart(4)} s  ${what}\n`)
  const found = await work()
  lines.push(...('name' in found ? [found] : found))
}

async function withDatabases<T>(
  opening: readonly Promise<BenchDatabase>[],
  work: (...all: BenchDatabase[]) => Promise<T>,
) {
  const open = await Promise.all(opening)
  try {
    return await work(...open)
  } finally {
    for (const database of open) await database.close()
  }
}

await measured('(a)', stepAgainstBareHandler)
await measured('(b)', lateStepAgainstEarly)
await measured('(p)', readersAgainstLimits)

const server = await postgresServer()
// A bench that is called off leaves no server behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server?.stop().finally(() => process.exit(1)))
}
try {
  await measured('(c) PGlite', () => withDatabases([openPglite()], eventAgainstSql))
  if (server) await measured('(c) PostgreSQL', () => withDatabases([openPostgres(server.url)], eventAgainstSql))
  else lines.push({ name: '(c) inbound event / SQL by hand, PostgreSQL', missing: noPostgres })

  await measured('(d) PGlite', () => withDatabases([openPglite()], formAgainstConversations))
  if (server)
    await measured('(d) PostgreSQL', () => withDatabases([openPostgres(server.url)], formAgainstConversations))
  else lines.push({ name: '(d) form of 20 questions / conversations, PostgreSQL', missing: noPostgres })

  await measured('(e)', manyUnitsAgainstFew)

  // A million rows are too many for PGlite in the time of a bench: there it is a tenth of both.
  const open = server ? () => openPostgres(server.url) : openPglite
  const scale = server ? 1 : 10
  await measured('(f)', () =>
    withDatabases([open(), open()], (many, few) =>
      manyAnswersAgainstFew({ database: many, answers: 1_000_000 / scale }, { database: few, answers: 10_000 / scale }),
    ),
  )
  await measured('(g)', () => withDatabases([open()], database => remindersAtPace(database, 10_000 / scale)))
  await measured('(h)', () => withDatabases([open()], database => repliesDuringBroadcast(database, 10_000 / scale)))
  await measured('(i)', () =>
    withDatabases([open(), open()], (many, few) =>
      idleBeat({ database: many, obligations: 100_000 / scale }, { database: few, obligations: 1_000 / scale }),
    ),
  )
  await measured('(j) PGlite', () => withDatabases([openPglite()], zaloEventAgainstTelegram))
  if (server)
    await measured('(j) PostgreSQL', () => withDatabases([openPostgres(server.url)], zaloEventAgainstTelegram))
  else lines.push({ name: '(j) inbound event by Zalo OA / by Telegram, PostgreSQL', missing: noPostgres })
  await measured('(k)', oaWebhookAgainstBare)
  await measured('(l)', () =>
    withDatabases([open(), open()], (many, few) =>
      manyKindsAgainstFew(
        { database: many, kinds: 12, records: 100_000 },
        { database: few, kinds: 3, records: 10_000 },
      ),
    ),
  )
  await measured('(m)', startToFirstAnswer)
  await measured('(n)', () => withDatabases([openPglite()], database => idlePages(database, 1_000)))
  await measured('(t)', () => withDatabases([open()], database => liveSitting(database, 30)))
  await measured('(q)', () => withDatabases([open()], dossierAgainstAnswer))
  await measured('(r)', () =>
    withDatabases([open(), open()], (many, few) =>
      boardOfMany({ database: many, answers: 1_000_000 }, { database: few, answers: 10_000 }),
    ),
  )
  await measured('(u)', () =>
    withDatabases([open(), open()], (many, few) =>
      deskOfMany({ database: many, answers: 1_000_000 / scale }, { database: few, answers: 10_000 / scale }),
    ),
  )
  await measured('(x)', () => withDatabases([open()], exportOfList))
  await measured('(w)', () => withDatabases([open()], checkSheetsOfMany))
  await measured('(y)', () => withDatabases([open()], summaryOfMany))
  await measured('(o)', async () => [
    await withDatabases([openPglite()], database => oneFloods(database, 'Telegram webhook')),
    await withDatabases([openPglite()], database => oneFloods(database, 'Telegram polling')),
    await withDatabases([openPglite()], database => oneFloods(database, 'Zalo Bot polling')),
  ])
  if (!server) lines.push({ name: '(f) with 1,000,000 answers', missing: noPostgres })
} finally {
  await server?.stop()
}

process.stdout.write(`${tableOf(lines)}\n`)
if (!lines.every(holds)) process.stdout.write('\nSome targets do not hold.\n')
