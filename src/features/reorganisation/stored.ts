import { z } from 'zod'
import type { Reorganisation } from '../../campaign/reorganisation.ts'
import { unitKinds } from '../../campaign/unit-kind.ts'
import type { Prisma, Reorganisation as Row } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import type { Tx } from '../../store/transaction.ts'

/**
 * Who goes where, where that is not the larger part: people by unit and person («UB-P-TV:id», '' ends their roles there), drafts and
 * records by id.
 */
export interface Choices {
  people: Readonly<Record<string, string>>
  drafts: Readonly<Record<string, string>>
  records: Readonly<Record<string, string>>
}

export const noChoices: Choices = { people: {}, drafts: {}, records: {} }

const code = z.string().max(60)
const chosen = z.record(z.string().max(120), code)

/** As it comes from a browser or out of the database. */
export const wanted = z.object({
  effectiveOn: z.iso.date(),
  document: z.string().max(300),
  arrows: z.array(z.object({ from: code, to: code.nullable(), isMain: z.boolean() })).max(500),
  newUnits: z
    .array(z.object({ code, name: z.string().min(1).max(300), kind: z.enum(unitKinds), parentCode: code.nullable() }))
    .max(500),
})

const content = z.object({
  what: wanted,
  choices: z.object({ people: chosen, drafts: chosen, records: chosen }),
})

const change = z.object({
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})
const changes = z.array(change)

const trace = z.object({
  ...{ units: changes, successions: changes, applicability: changes, duties: changes, ledger: changes },
  ...{ roles: changes, drafts: changes, sheets: changes, records: changes },
  /** Reminders that were on their way about duties that nobody owes any more. */
  cancelled: z.array(z.string()),
  /** Whoever was told. */
  told: z.array(z.string()),
})

/** What each row was and has become. */
export type Trace = z.infer<typeof trace>

export interface Stored {
  id: string
  what: Reorganisation
  choices: Choices
  byId: string | null
  at: Date
  doneAt: Date | null
  undoneAt: Date | null
  /** Null: it has not been carried out, or the day on which it could be undone is over. */
  trace: Trace | null
}

export async function keepReorganisation(
  tx: Tx,
  { what, choices }: { what: Reorganisation; choices: Choices },
  byId: string | null,
  now: Date,
): Promise<Stored> {
  const json: Prisma.InputJsonObject = JSON.parse(JSON.stringify({ what, choices }))
  const { effectiveOn, document } = what
  return readRow(
    await tx.reorganisation.create({ data: { id: newId(now), effectiveOn, document, content: json, byId, at: now } }),
  )
}

export async function keepTrace(tx: Tx, id: string, kept: Trace, now: Date): Promise<void> {
  const json: Prisma.InputJsonObject = JSON.parse(JSON.stringify(kept))
  await tx.reorganisation.update({ where: { id }, data: { trace: json, doneAt: now } })
}

/** One of them, held until the transaction ends. */
export async function lockReorganisation(tx: Tx, id: string): Promise<Stored | null> {
  if (!z.uuid().safeParse(id).success) return null
  await tx.$queryRaw`SELECT 1 FROM reorganisation WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.reorganisation.findUnique({ where: { id } })
  return row && readRow(row)
}

/** All of them, the latest first. */
export async function storedReorganisations(tx: Pick<Tx, 'reorganisation'>): Promise<Stored[]> {
  const rows = await tx.reorganisation.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 100 })
  return rows.map(readRow)
}

function readRow({ content: json, trace: kept, ...row }: Row): Stored {
  const { what, choices } = content.parse(json)
  return { ...row, what, choices, trace: kept === null ? null : trace.parse(kept) }
}
