import type { Channel, Inbound } from './channels/channel.ts'
import type { Bell } from './channels/web/bell.ts'
import { openDemo } from './demo/demo.ts'
import { features } from './features/list.ts'
import { mayReadFile } from './features/may-read-file.ts'
import { uploads } from './files/uploads.ts'
import type { System } from './intake/system.ts'
import type { Health, PartHealth } from './web/health.ts'
import { type WebhookName, type WebParts, webhookNames } from './web/web-parts.ts'

/** What the web is given of the rest. */
export async function webPartsOf(
  system: System,
  parts: {
    bell: Bell
    platforms: Readonly<Record<WebhookName, { handleWebhook(request: Request): Promise<Response> } | null>>
    channels: readonly Channel[]
    isDemo: boolean
    receive(inbound: Inbound): Promise<unknown>
  },
): Promise<WebParts> {
  return {
    bell: parts.bell,
    features,
    receive: parts.receive,
    health: () => health(system, parts.channels),
    mayReadFile: (ctx, fileId) => mayReadFile(ctx, features, fileId),
    uploads,
    ...(parts.isDemo ? { demo: await openDemo(system) } : {}),
    webhooks: Object.fromEntries(
      webhookNames.flatMap(name => {
        const platform = parts.platforms[name]
        return platform ? [[name, (request: Request) => platform.handleWebhook(request)]] : []
      }),
    ),
  }
}

async function health(system: System, channels: readonly Channel[]): Promise<Health> {
  const database = await databaseHealth(system)
  const states: [string, PartHealth][] = channels.map(channel => [channel.name, channel.health()])
  const off: [string, PartHealth][] = webhookNames.map(name => [name, 'off'])
  const parts = { database, ...Object.fromEntries(off), ...Object.fromEntries(states) }
  return { status: database !== 'off' && database.state === 'up' ? 'ok' : 'down', parts }
}

async function databaseHealth(system: System): Promise<PartHealth> {
  try {
    const [row] = await system.prisma.$queryRaw<{ waiting: number; ended: number; files: number }[]>`
      SELECT (count(*) FILTER (WHERE state IN ('QUEUED', 'SENDING')))::int AS waiting,
        (count(*) FILTER (WHERE state IN ('UNKNOWN', 'UNREACHABLE', 'DEAD')))::int AS ended,
        (SELECT count(*)::int FROM stored_file WHERE state = 'PENDING')
          + (SELECT count(*)::int FROM draft WHERE state = 'WAITING') AS files
      FROM outbox WHERE state <> 'SENT'`
    return {
      state: 'up',
      outbox: { waiting: row?.waiting ?? 0, notDelivered: row?.ended ?? 0 },
      files: { waiting: row?.files ?? 0 },
    }
  } catch (error) {
    return { state: 'down', why: error instanceof Error ? error.name : 'unknown' }
  }
}
