import { BotClient, type JsonObject, type JsonValue, OaClient, ZbsClient } from 'zalo-api-client'
import { heldSince } from '../backup/sending.ts'
import { inWords } from '../channels/zalo/send-failure.ts'
import type { ZaloBotConfig } from '../channels/zalo-bot/config.ts'
import type { ZaloOaConfig } from '../channels/zalo-oa/config.ts'
import { templateParameters } from '../channels/zalo-oa/template.ts'
import { instantOf, localTime } from '../clock.ts'
import type { System } from '../intake/system.ts'
import type { Translate } from '../texts.ts'
import { zaloBotConfig, zaloOaConfig } from '../zalo-config.ts'
import type { Work } from './work.ts'
import { tokenSourceOf } from './zalo-login.ts'

/** One line of the doctor's report. */
export interface ZaloFinding {
  isGood: boolean
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
    ...(bot ? await checkBot(bot, t) : [good(t('zalo.doctor.botOff'))]),
    ...(needsHttps && !system.publicUrl.startsWith('https://') ? [bad(t('zalo.doctor.notHttps'))] : []),
  ]
}

async function checkOa(system: System, config: ZaloOaConfig, t: Translate): Promise<ZaloFinding[]> {
  const settings = [
    good(t('zalo.doctor.webhook', { url: `${system.publicUrl}/webhooks/zalo-oa` })),
    good(t(config.mayPay ? 'zalo.doctor.paid' : 'zalo.doctor.notPaid')),
  ]
  const consent = await checkConsent(system, config, t)
  if (!consent.isGood) return [consent, ...settings]
  return [consent, ...(await checkCalls(system, config, t)), ...settings, await checkTemplate(system, config, t)]
}

/** Whether the template of the reminders can be sent: approved, and with the parameters that we give. */
async function checkTemplate(system: System, config: ZaloOaConfig, t: Translate): Promise<ZaloFinding> {
  const { reminderTemplateId: id, openapiRoot, businessRoot } = config
  if (id === undefined) return good(t('zalo.doctor.noTemplate'))
  const roots = { ...(openapiRoot ? { openapiRoot } : {}), ...(businessRoot ? { businessRoot } : {}) }
  try {
    const info = await new ZbsClient({ tokens: tokenSourceOf(config, system), ...roots }).templateInfo(id)
    const state = textOf(info, 'status')
    if (state !== '' && state !== 'ENABLE') return bad(t('zalo.doctor.templateState', { id, state }))
    const declared = namesIn(info.listParams)
    const expected = templateParameters.join(', ')
    // The list may be empty although the template is right.
    if (declared.length > 0 && declared.toSorted().join(', ') !== templateParameters.toSorted().join(', '))
      return bad(t('zalo.doctor.templateParameters', { id, expected, given: declared.join(', ') }))
    return good(t('zalo.doctor.template', { id }))
  } catch (error) {
    return bad(t('zalo.doctor.templateDown', { id, why: inWords(error) }))
  }
}

function namesIn(list: JsonValue | undefined): string[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((one: JsonValue) =>
    typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string' ? [one.name] : [],
  )
}

async function checkConsent(system: System, config: ZaloOaConfig, t: Translate): Promise<ZaloFinding> {
  const health = await tokenSourceOf(config, system).health()
  const time = (at: number) => localTime(instantOf(at), timeZone)
  switch (health.kind) {
    case 'none':
      return config.refreshToken ? good(t('zalo.doctor.seeded')) : bad(t('zalo.doctor.noConsent'))
    case 'needs-consent': {
      const key = health.reason === 'lost' ? 'lostConsent' : 'needsConsent'
      return bad(t(`zalo.doctor.${key}`, { since: time(health.since), code: health.code }))
    }
    case 'active':
      return good(t('zalo.doctor.active', { until: time(health.accessExpiresAt) }))
  }
}

async function checkCalls(system: System, config: ZaloOaConfig, t: Translate): Promise<ZaloFinding[]> {
  const { openapiRoot } = config
  const tokens = tokenSourceOf(config, system)
  if ((await tokens.health()).kind === 'none') return []
  const client = new OaClient({ tokens, ...(openapiRoot ? { openapiRoot } : {}) })
  try {
    const info = await client.oaInfo()
    const given = textOf(info, 'oa_id')
    if (given !== '' && given !== config.oaId) return [bad(t('zalo.doctor.otherOa', { given, expected: config.oaId }))]
    const { remain, total } = await client.quota()
    const quota = t('zalo.doctor.quota', { remain: remain ?? '?', total: total ?? '?' })
    return [good(t('zalo.doctor.oaUp', { name: textOf(info, 'name') })), good(quota)]
  } catch (error) {
    return [bad(t('zalo.doctor.oaDown', { why: inWords(error) }))]
  }
}

async function checkBot({ token, botApiRoot, mode }: ZaloBotConfig, t: Translate): Promise<ZaloFinding[]> {
  const client = new BotClient({ token, ...(botApiRoot ? { botApiRoot } : {}) })
  try {
    const { accountName } = await client.getMe()
    const up = good(t('zalo.doctor.botUp', { name: accountName ?? '' }))
    if (mode.kind === 'polling') return [up, good(t('zalo.doctor.botPolling'))]
    const { url } = await client.getWebhookInfo()
    if (url === mode.url) return [up, good(t('zalo.doctor.botWebhook', { url }))]
    return [up, bad(t('zalo.doctor.botOtherWebhook', { given: url ?? '', expected: mode.url }))]
  } catch (error) {
    return [bad(t('zalo.doctor.botDown', { why: inWords(error) }))]
  }
}

function textOf(info: JsonObject, key: string): string {
  const value = info[key]
  return typeof value === 'string' ? value : ''
}

const good = (line: string): ZaloFinding => ({ isGood: true, line })
const bad = (line: string): ZaloFinding => ({ isGood: false, line })
