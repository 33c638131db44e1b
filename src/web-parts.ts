import type { Held } from './backup/sending.ts'
import type { Inbound } from './channels/channel.ts'
import type { Bell } from './channels/web/bell.ts'
import { mayReadFile } from './contract/may-read-file.ts'
import { deskRoutes } from './desk/desk-routes.tsx'
import { features } from './features/list.ts'
import { uploadsOf } from './files/uploads.ts'
import type { Watch } from './health/watch.ts'
import type { System } from './intake/system.ts'
import type { SignInRules } from './web/sign-in-rules.ts'
import { type Demo, type WebhookName, type WebParts, webhookNames } from './web/web-parts.ts'

/** What the web is given of the rest. */
export function webPartsOf(parts: {
  system: System
  bell: Bell
  platforms: Readonly<Record<WebhookName, { handleWebhook(request: Request): Promise<Response> } | null>>
  watch: Watch
  metricsToken: string | undefined
  demo: Demo | undefined
  signIn?: SignInRules
  held(): Promise<Held | null>
  receive(inbound: Inbound): Promise<unknown>
  notStored(): void
}): WebParts {
  return {
    bell: parts.bell,
    features,
    desk: deskRoutes,
    receive: parts.receive,
    held: parts.held,
    notStored: parts.notStored,
    health: parts.watch.health,
    metrics: { read: parts.watch.metrics, token: parts.metricsToken },
    mayReadFile: (ctx, fileId) => mayReadFile(ctx, features, fileId),
    uploads: uploadsOf(parts.system.prisma, parts.system.clock),
    ...(parts.demo ? { demo: parts.demo } : {}),
    ...(parts.signIn ? { signIn: parts.signIn } : {}),
    webhooks: Object.fromEntries(
      webhookNames.flatMap(name => {
        const platform = parts.platforms[name]
        if (!platform) return []
        // Not taken: the platform keeps it and sends it again.
        const handle = async (request: Request) =>
          (await parts.held()) === null ? platform.handleWebhook(request) : new Response(null, { status: 503 })
        return [[name, handle]]
      }),
    ),
  }
}
