import { BotClient, OaClient, type TokenHealth, ZaloError, ZbsClient } from 'zalo-api-client'
import { heldSince } from '../backup/sending.ts'
import { inWords } from '../channels/zalo/send-failure.ts'
import { readWebhookTrace } from '../channels/zalo/webhook-trace.ts'
import type { ZaloBotConfig } from '../channels/zalo-bot/config.ts'
import type { ZaloOaConfig } from '../channels/zalo-oa/config.ts'
import { templateDifferences } from '../channels/zalo-oa/template-differences.ts'
import { instantOf, localTime } from '../clock.ts'
import type { System } from '../intake/system.ts'
import type { Translate } from '../texts.ts'
import { zaloBotConfig, zaloOaConfig } from '../zalo-config.ts'
import type { Work } from './work.ts'
import { tokenSourceOf } from './zalo-login.ts'

/** One line of the doctor's report. */
export interface ZaloFinding {
  isGood: boolean
  /** Worth a look; nothing is broken for certain. */
  isWarning?: true
  line: string
}

const timeZone = 'Asia/Ho_Chi_Minh'

/** What the doctor finds about Zalo, as a command, because the tokens lie in the database: one JSON finding a line. */
export function zaloDoctorWork(env: Readonly<Record<string, string | undefined>>): Work {
  return async system => {
    const findings = await checkZalo(system, env)
    return { output: findings.map(finding => `${JSON.stringify(finding)}\n`).join('') }
  }
}

/** Each setting of Zalo: whether it is there, whether Zalo takes it, what is missing. Asks Zalo; changes nothing there. */
export async function checkZalo(
  system: System,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ZaloFinding[]> {
  const t = system.texts(system.defaultLocale)
  // A copy that asked would use up the one refresh token of the system that runs.
  if ((await heldSince(system.prisma)) !== null) return [good(t('zalo.doctor.held'))]
  const oa = zaloOaConfig(env).config
  const bot = zaloBotConfig(env, system.publicUrl).config
  const needsHttps = oa !== null || bot?.mode.kind === 'webhook'
  return [
    ...(oa ? await checkOa(system, oa, t) : [good(t('zalo.doctor.oaOff'))]),
    ...(bot ? await checkBot(system, bot, t) : [good(t('zalo.doctor.botOff'))]),
    ...(needsHttps && !system.publicUrl.startsWith('https://') ? [bad(t('zalo.doctor.notHttps'))] : []),
  ]
}

async function checkOa(system: System, config: ZaloOaConfig, t: Translate): Promise<ZaloFinding[]> {
  const account = await checkAccount(system, config, t)
  const isUp = account.every(({ isGood }) => isGood)
  const hasTokens = (await tokenSourceOf(config, system).health()).kind === 'active'
  return [
    ...account,
    good(t('zalo.doctor.webhook', { url: `${system.publicUrl}/webhooks/zalo-oa` })),
    await checkWebhook(system, 'zalo-oa', t),
    good(t(config.mayPay ? 'zalo.doctor.paid' : 'zalo.doctor.notPaid')),
    // Whoever is not let in has nothing to say of the template.
    ...(config.reminderTemplateId === undefined
      ? [good(t('zalo.doctor.noTemplate'))]
      : isUp && hasTokens
        ? [await checkTemplate(system, config, config.reminderTemplateId, t)]
        : []),
  ]
}

/** Zalo is asked first and the tokens are looked at after that: asking may show that they are dead. */
async function checkAccount(system: System, config: ZaloOaConfig, t: Translate): Promise<ZaloFinding[]> {
  const tokens = tokenSourceOf(config, system)
  const before = await tokens.health()
  const willBeSeeded = config.refreshToken !== undefined && before.kind === 'none'
  if (willBeSeeded) return [good(t('zalo.doctor.seeded'))]
  if (before.kind !== 'active') return [consentLine(before, t)]
  const { openapiRoot } = config
  const client = new OaClient({ tokens, ...(openapiRoot ? { openapiRoot } : {}) })
  try {
    const { oaId: given, name } = await client.oaInfo()
    if (given !== null && given !== config.oaId)
      return [bad(t('zalo.doctor.otherOa', { given, expected: config.oaId }))]
    const { remain, total } = await client.quota()
    const quota = t('zalo.doctor.quota', { remain: remain ?? '?', total: total ?? '?' })
    const up = good(t('zalo.doctor.oaUp', { name: name ?? '' }))
    return [consentLine(await tokens.health(), t), up, good(quota)]
  } catch (error) {
    const after = await tokens.health()
    if (after.kind !== 'active') return [consentLine(after, t)]
    const setting = error instanceof ZaloError ? error.refusedSetting : null
    const key = setting === null ? 'oaDown' : `setting.${setting}`
    return [bad(t(`zalo.doctor.${key}`, { why: inWords(error) }))]
  }
}

function consentLine(health: TokenHealth, t: Translate): ZaloFinding {
  const time = (at: number) => localTime(instantOf(at), timeZone)
  switch (health.kind) {
    case 'none':
      return bad(t('zalo.doctor.noConsent'))
    case 'needs-consent': {
      const key = health.reason === 'lost' ? 'lostConsent' : 'needsConsent'
      return bad(t(`zalo.doctor.${key}`, { since: time(health.since), code: health.code ?? health.said ?? '?' }))
    }
    case 'active':
      return good(t('zalo.doctor.active', { until: time(health.accessExpiresAt) }))
  }
}

/** Whether events come in: the last good one, and what was refused since. */
async function checkWebhook(system: System, channel: 'zalo-oa' | 'zalo-bot', t: Translate): Promise<ZaloFinding> {
  const { signedAt, refused } = await readWebhookTrace(system.prisma, channel)
  const texts = channel === 'zalo-oa' ? 'zalo.doctor.events' : 'zalo.doctor.botEvents'
  const signed = signedAt === null ? null : t(`${texts}.signed`, { at: localTime(signedAt, timeZone) })
  // Of several reasons the one that tells most.
  const [first] = refused
  if (first === undefined) return signed === null ? good(t(`${texts}.none`)) : good(signed)
  const [why, { count, lastAt }] = first
  const said = t(`${texts}.refused`, {
    count,
    why: t(`${texts}.why.${why}`),
    at: localTime(lastAt, timeZone),
  })
  // The key was right once: it has been changed, or a stranger tries.
  return signed === null ? bad(said) : { isGood: true, isWarning: true, line: t(`${texts}.since`, { signed, said }) }
}

/** Whether the template of the reminders can be sent: approved, and with the parameters that we give. */
async function checkTemplate(system: System, config: ZaloOaConfig, id: string, t: Translate): Promise<ZaloFinding> {
  const { openapiRoot, businessRoot } = config
  const roots = { ...(openapiRoot ? { openapiRoot } : {}), ...(businessRoot ? { businessRoot } : {}) }
  try {
    const template = await new ZbsClient({ tokens: tokenSourceOf(config, system), ...roots }).templateInfo(id)
    const differences = templateDifferences(template)
    if (differences.length === 0) return good(t('zalo.doctor.template', { id }))
    const said = differences.map(({ is, ...values }) => t(`zalo.doctor.differs.${is}`, values))
    return bad(t('zalo.doctor.templateDiffers', { id, said: said.join('; ') }))
  } catch (error) {
    return bad(t('zalo.doctor.templateDown', { id, why: inWords(error) }))
  }
}

async function checkBot(
  system: System,
  { token, botApiRoot, mode }: ZaloBotConfig,
  t: Translate,
): Promise<ZaloFinding[]> {
  const client = new BotClient({ token, ...(botApiRoot ? { botApiRoot } : {}) })
  try {
    const { accountName } = await client.getMe()
    const up = good(t('zalo.doctor.botUp', { name: accountName ?? '' }))
    if (mode.kind === 'polling') return [up, good(t('zalo.doctor.botPolling'))]
    const { url } = await client.getWebhookInfo()
    if (url !== mode.url) return [up, bad(t('zalo.doctor.botOtherWebhook', { given: url ?? '', expected: mode.url }))]
    return [up, good(t('zalo.doctor.botWebhook', { url })), await checkWebhook(system, 'zalo-bot', t)]
  } catch (error) {
    return [bad(t('zalo.doctor.botDown', { why: inWords(error) }))]
  }
}

const good = (line: string): ZaloFinding => ({ isGood: true, line })
const bad = (line: string): ZaloFinding => ({ isGood: false, line })
