import type { RefusedBecause } from 'zalo-api-client'
import { type Clock, instantOf } from '../../clock.ts'
import type { PrismaClient } from '../../store/generated/client.ts'

/** What a refused call says of the settings. Calls that say nothing of them (noise of the internet) leave no trace. */
export const tellingRefusals = ['swapped', 'other-app', 'other-oa', 'signature', 'age'] as const
export type TellingRefusal = (typeof tellingRefusals)[number]

/** What is known of the webhook calls of a channel: when the latest good one came, and what was refused since. */
export interface WebhookTrace {
  signedAt: Date | null
  refused: ReadonlyMap<TellingRefusal, { count: number; lastAt: Date }>
}

export interface WebhookTracer {
  /** A call with the right signature. */
  signed(): void
  refused(why: TellingRefusal | RefusedBecause): void
  /** Until what was noted is written. */
  settled(): Promise<void>
}

/** Nothing is noted: for a channel without a database. */
export const noTrace: WebhookTracer = {
  signed: () => undefined,
  refused: () => undefined,
  settled: async () => undefined,
}

/** However many calls come, one small row is written in so much time. */
const GAP_MS = 10_000
const MOST_COUNTED = 1_000_000

type Channel = 'zalo-oa' | 'zalo-bot'
type Counts = Partial<Record<TellingRefusal, { count: number; lastAt: number }>>
interface Row {
  signedAt: number | null
  refused: Counts
}

/**
 * Notes webhook calls in one row of the database: times and counts, nothing of a body. Never throws and is waited for by
 * nobody; a write that fails is forgotten.
 */
export function webhookTracer(prisma: PrismaClient, clock: Clock, channel: Channel, gapMs = GAP_MS): WebhookTracer {
  let noted: Row | null = null
  let writing: Promise<void> | null = null
  let isResting = false

  function write(): void {
    if (noted === null || writing !== null || isResting) return
    const row = noted
    noted = null
    writing = keep(prisma, channel, row)
      .catch(() => undefined)
      .then(() => {
        writing = null
        isResting = true
        setTimeout(() => {
          isResting = false
          write()
        }, gapMs).unref()
      })
  }

  return {
    signed: () => {
      noted = { signedAt: clock.now().getTime(), refused: {} }
      write()
    },
    refused: why => {
      const telling = tellingRefusals.find(one => one === why)
      if (telling === undefined) return
      const { signedAt = null, refused = {} } = noted ?? {}
      const count = (refused[telling]?.count ?? 0) + 1
      noted = { signedAt, refused: { ...refused, [telling]: { count, lastAt: clock.now().getTime() } } }
      write()
    },
    settled: async () => {
      await writing
      if (noted !== null) await keep(prisma, channel, noted).catch(() => undefined)
      noted = null
    },
  }
}

/** Adds what was noted to what is kept; a good call makes what was refused before it past. */
async function keep(prisma: PrismaClient, channel: Channel, noted: Row): Promise<void> {
  await prisma.$transaction(async tx => {
    const key = `${channel}.webhooks`
    await tx.$executeRaw`INSERT INTO setting (key, value) VALUES (${key}, '{}') ON CONFLICT DO NOTHING`
    const [row] = await tx.$queryRaw<{ value: Partial<Row> }[]>`SELECT value FROM setting WHERE key = ${key} FOR UPDATE`
    const before = noted.signedAt === null ? (row?.value.refused ?? {}) : {}
    const refused: Counts = { ...before }
    for (const why of tellingRefusals) {
      const more = noted.refused[why]
      if (!more) continue
      refused[why] = { count: Math.min((before[why]?.count ?? 0) + more.count, MOST_COUNTED), lastAt: more.lastAt }
    }
    const value = { signedAt: noted.signedAt ?? row?.value.signedAt ?? null, refused }
    await tx.setting.update({ where: { key }, data: { value } })
  })
}

export async function readWebhookTrace(prisma: PrismaClient, channel: Channel): Promise<WebhookTrace> {
  const [row] = await prisma.$queryRaw<{ value: Partial<Row> }[]>`
    SELECT value FROM setting WHERE key = ${`${channel}.webhooks`}`
  const { signedAt, refused = {} } = row?.value ?? {}
  const entries = tellingRefusals.flatMap(why => {
    const one = refused[why]
    return one ? [[why, { count: one.count, lastAt: instantOf(one.lastAt) }] as const] : []
  })
  return { signedAt: signedAt ? instantOf(signedAt) : null, refused: new Map(entries) }
}
