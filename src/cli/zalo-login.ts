import { consentUrl, createPkce, OaTokenSource, systemRuntime, ZaloError, ZaloNeedsConsentError } from 'zalo-api-client'
import { inWords } from '../channels/zalo/send-failure.ts'
import type { ZaloOaConfig } from '../channels/zalo-oa/config.ts'
import { DatabaseTokenStore } from '../channels/zalo-oa/token-store.ts'
import { Complaint } from '../complaint.ts'
import type { System } from '../intake/system.ts'
import { parseUrl } from '../parse-url.ts'
import { seal, unseal } from '../store/seal.ts'
import type { Translate } from '../texts.ts'
import { zaloOaConfig } from '../zalo-config.ts'
import type { Work } from './work.ts'

/** What is kept between the link and the code. */
interface Request {
  state: string
  verifier: string
  /** Milliseconds. */
  at: number
}

const setting = 'zalo-oa.consent'
const lifetimeMs = 30 * 60_000

/**
 * `zalo login`: prints the link with which an admin of the OA gives consent. `zalo login --code ADDRESS`: takes the address to
 * which the browser was sent, or the bare code, and stores the first pair of tokens. A running server uses it at once.
 */
export function zaloLoginWork(env: Readonly<Record<string, string | undefined>>): Work {
  return async (system, args) => {
    const t = system.texts(system.defaultLocale)
    const { config, problems } = zaloOaConfig(env)
    if (config === null || problems.length > 0) throw new Complaint(t('zalo.login.off'))
    const output = args.code === undefined ? await ask(system, config, t) : await take(system, config, args.code, t)
    return { output: `${output}\n` }
  }
}

/** The tokens of the configured OA, by the clock of the system. */
export function tokenSourceOf(
  config: ZaloOaConfig,
  { prisma, clock }: Pick<System, 'prisma' | 'clock'>,
): OaTokenSource {
  const { appId, appSecret, oauthRoot } = config
  const store = new DatabaseTokenStore(prisma, config.oaId, appSecret)
  const runtime = { ...systemRuntime, now: () => clock.now().getTime() }
  return new OaTokenSource({ appId, appSecret, store, runtime, ...(oauthRoot ? { oauthRoot } : {}) })
}

async function ask(system: System, config: ZaloOaConfig, t: Translate): Promise<string> {
  const { verifier, challenge } = createPkce()
  const request: Request = { state: createPkce().challenge, verifier, at: system.clock.now().getTime() }
  const value = seal(JSON.stringify(request), config.appSecret, setting)
  await system.prisma.setting.upsert({ where: { key: setting }, create: { key: setting, value }, update: { value } })
  const { appId, oauthRoot } = config
  const callback = `${system.publicUrl}/`
  const url = consentUrl({
    appId,
    redirectUri: callback,
    state: request.state,
    codeChallenge: challenge,
    ...(oauthRoot ? { oauthRoot } : {}),
  })
  return t('zalo.login.open', { url, callback })
}

async function take(system: System, config: ZaloOaConfig, given: string, t: Translate): Promise<string> {
  const request = await waiting(system, config)
  if (request === null) throw new Complaint(t('zalo.login.notBegun'))
  const code = codeIn(given, request, config, t)
  try {
    await tokenSourceOf(config, system).exchangeCode(code, request.verifier)
  } catch (error) {
    if (error instanceof ZaloNeedsConsentError)
      throw new Complaint(t('zalo.login.refused', { code: error.code ?? error.said ?? '' }))
    const setting = error instanceof ZaloError ? error.refusedSetting : null
    if (setting !== null) throw new Complaint(t(`zalo.login.setting.${setting}`, { why: inWords(error) }))
    throw new Complaint(t('zalo.login.unreachable', { why: inWords(error) }))
  }
  await system.prisma.setting.deleteMany({ where: { key: setting } })
  return t('zalo.login.done', { oaId: config.oaId })
}

async function waiting({ prisma, clock }: System, { appSecret }: ZaloOaConfig): Promise<Request | null> {
  const row = await prisma.setting.findUnique({ where: { key: setting } })
  const text = typeof row?.value === 'string' ? unseal(row.value, appSecret, setting) : null
  const request: Request | null = text === null ? null : JSON.parse(text)
  return request !== null && clock.now().getTime() - request.at <= lifetimeMs ? request : null
}

/** An address tells also whose consent it is and which request it answers; a bare code has to be believed. */
function codeIn(given: string, request: Request, config: ZaloOaConfig, t: Translate): string {
  const address = parseUrl(given.trim())
  if (address === null) return given.trim()
  const { searchParams } = address
  const state = searchParams.get('state')
  const oaId = searchParams.get('oa_id')
  const code = searchParams.get('code')
  if (!code) throw new Complaint(t('zalo.login.noCode'))
  if (state !== request.state) throw new Complaint(t('zalo.login.otherState'))
  if (oaId !== null && oaId !== config.oaId)
    throw new Complaint(t('zalo.login.otherOa', { given: oaId, expected: config.oaId }))
  return code
}
