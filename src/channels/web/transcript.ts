import type { Prisma, PrismaClient } from '../../store/generated/client.ts'
import { inTransaction } from '../../store/transaction.ts'
import type { ChatLine, ChatLineBody } from './chat-line.ts'

/** Writes a line once: false when a line with this key is there already. */
export async function writeLine(
  prisma: PrismaClient,
  line: { accountId: string; key: string; body: ChatLineBody },
  now: Date,
): Promise<boolean> {
  return inTransaction(prisma, async tx => {
    // One writer an account at a time, until the commit: lines become visible in the order of their numbers,
    // so that a page which asks for "everything after number n" never misses one.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('chat:' || ${line.accountId}, 0))`
    const { count } = await tx.chatLine.createMany({
      data: [{ ...line, body: asJson(line.body), fromBot: 'message' in line.body, at: now }],
      skipDuplicates: true,
    })
    return count === 1
  })
}

/** When the line with this key was written; null when there is none. */
export async function lineTime(prisma: PrismaClient, key: string): Promise<Date | null> {
  const row = await prisma.chatLine.findUnique({ where: { key }, select: { at: true } })
  return row?.at ?? null
}

/** The lines after a number, oldest first. */
export async function linesAfter(
  prisma: PrismaClient,
  accountId: string,
  seq: bigint,
  limit = 200,
): Promise<ChatLine[]> {
  const rows = await prisma.chatLine.findMany({
    where: { accountId, seq: { gt: seq } },
    orderBy: { seq: 'asc' },
    take: limit,
  })
  return rows.map(lineOf)
}

/** The latest lines, oldest first, before a number when one is given. */
export async function latestLines(
  prisma: PrismaClient,
  accountId: string,
  limit: number,
  before?: bigint,
): Promise<ChatLine[]> {
  const where = { accountId, ...(before === undefined ? {} : { seq: { lt: before } }) }
  const rows = await prisma.chatLine.findMany({ where, orderBy: { seq: 'desc' }, take: limit })
  return rows.reverse().map(lineOf)
}

/** The label of a button of a line that was sent to this account; null when there is no such button. */
export async function buttonLabel(
  prisma: PrismaClient,
  accountId: string,
  prompt: string,
  number: number,
): Promise<string | null> {
  const row = await prisma.chatLine.findFirst({
    where: { accountId, fromBot: true, body: { path: ['message', 'prompt'], equals: prompt } },
    orderBy: { seq: 'desc' },
  })
  const body = row ? lineOf(row).body : null
  if (!body || !('message' in body)) return null
  return [...(body.message.choices ?? []), ...(body.message.words ?? [])][number - 1] ?? null
}

/** The prompt whose buttons count now; null when the chat asks nothing. */
export async function activePrompt(prisma: PrismaClient, accountId: string): Promise<string | null> {
  const [row] = await prisma.$queryRaw<{ prompt_no: number }[]>`
    SELECT prompt_no FROM conversation WHERE account_id = ${accountId}::uuid AND prompt IS NOT NULL`
  return row ? String(row.prompt_no) : null
}

function lineOf(row: { seq: bigint; key: string; fromBot: boolean; body: unknown; at: Date }): ChatLine {
  const { seq, key, fromBot, at } = row
  // Only writeLine writes these rows.
  return { seq, key, fromBot, at, body: row.body as ChatLineBody }
}

function asJson(body: ChatLineBody): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(body))
}
