import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'vitest'
import { OaTokenSource } from 'zalo-api-client'
import type { FakeZalo } from 'zalo-api-client/testing'
import type { KillPoint } from '../../../packages/zalo-api-client/test/rotation/kill-point.ts'
import type { ZaloOaConfig } from '../../../src/channels/zalo-oa/config.ts'
import { DatabaseTokenStore } from '../../../src/channels/zalo-oa/token-store.ts'
import { checkZalo } from '../../../src/cli/zalo-doctor.ts'
import { systemClock } from '../../../src/clock.ts'
import { ChannelStates } from '../../../src/desk/channel-states.tsx'
import { projectRoot } from '../../../src/project-root.ts'
import type { PrismaClient } from '../../../src/store/generated/client.ts'
import type { Store } from '../../../src/store/open.ts'
import { loadTexts } from '../../../src/texts.ts'
import { zaloOaOf } from '../../../src/zalo-channels.ts'
import { builtProgram, shortLived } from '../built-program.ts'
import { testSystem } from '../test-system.ts'

const t = loadTexts('vi')

export function tokensOver(prisma: PrismaClient, fake: FakeZalo): OaTokenSource {
  const { appId, appSecret, oaId } = fake.app
  const store = new DatabaseTokenStore(prisma, oaId, appSecret)
  return new OaTokenSource({ appId, appSecret, oauthRoot: fake.roots.oauth, store })
}

/** A pair whose access token has run out, so that whoever wants one must refresh. */
export async function spentPair(prisma: PrismaClient, fake: FakeZalo): Promise<void> {
  await prisma.channelToken.deleteMany()
  await tokensOver(prisma, fake).seed(fake.oauth.issue().refreshToken)
}

/** Another process refreshes at that place and is killed at that point. */
export async function killedAt(point: KillPoint, place: string, fake: FakeZalo): Promise<void> {
  const { appId, appSecret, oaId } = fake.app
  const args = [place, fake.roots.oauth, oaId, appId, appSecret, point]
  const child = spawn(process.execPath, [shortLived, builtProgram('kill-process'), ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
  })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
}

/**
 * What the next process finds: a working pair, or a clear «needs consent» that the doctor says, that takes the channel down, and
 * that the desk tells officers in words. Answers which.
 */
export async function whatIsLeft(store: Store, fake: FakeZalo): Promise<'working' | 'needs-consent'> {
  const system = await testSystem(store, systemClock)
  const { app, roots } = fake
  const env = {
    ZALO_OA_ID: app.oaId,
    ZALO_APP_ID: app.appId,
    ZALO_APP_SECRET: app.appSecret,
    ZALO_OA_SECRET_KEY: app.oaSecretKey,
    ZALO_OAUTH_ROOT: roots.oauth,
    ZALO_OPENAPI_ROOT: roots.openapi,
  }
  const config: ZaloOaConfig = { ...app, mayPay: false, oauthRoot: roots.oauth, openapiRoot: roots.openapi }
  const channel = zaloOaOf(config, system, async () => undefined)
  await channel.start()
  while (channel.health().state === 'starting') await new Promise(resolve => setTimeout(resolve, 5))
  await channel.stop()
  const health = channel.health()
  const desk = String(<ChannelStates channels={[{ name: 'zalo-oa', health }]} t={t} />)
  const [doctor] = await checkZalo(system, env)
  if (health.state === 'up') {
    expect(doctor).toMatchObject({ isGood: true, line: expect.stringContaining('có quyền') })
    expect(desk).toContain('đang hoạt động')
    expect(fake.oauth.stateOf(await channel.tokens.accessToken())).toBe('valid')
    return 'working'
  }
  expect(health.why).toMatch(/^oauth refresh -14014 needs-consent\b/)
  expect(doctor).toMatchObject({ isGood: false, line: expect.stringContaining('mất mã gia hạn') })
  expect(desk).toContain('Người quản trị OA cần đồng ý lại')
  return 'needs-consent'
}
