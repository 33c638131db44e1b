import { z } from 'zod'
import type { ZaloBotConfig } from './channels/zalo-bot/config.ts'
import type { ZaloOaConfig } from './channels/zalo-oa/config.ts'
import { locales } from './texts.ts'
import { isThisMachine } from './web/this-machine.ts'
import { type ZaloConfigProblem, zaloBotConfig, zaloOaConfig } from './zalo-config.ts'

/** One thing that is wrong with the environment; the sentence is `config.problems.<code>` with the variable's name. */
export type ConfigProblem = { variable: string; code: CommonCode; expected?: string } | ZaloConfigProblem

type CommonCode =
  | 'notUrl'
  | 'notPort'
  | 'notYear'
  | 'notInstant'
  | 'notOneOf'
  | 'missing'
  | 'badSecret'
  | 'badToken'
  | 'notCount'
  | 'demoInPublic'

export type TelegramConfig = {
  token: string
  apiRoot: string | undefined
  mode: { kind: 'polling' } | { kind: 'webhook'; url: string; secret: string }
}

export interface Config {
  port: number
  publicUrl: string
  dataDir: string
  databaseUrl: string | undefined
  /** Path of the plan file to load at the first start; the default plan when not set. */
  campaignPlan: string | undefined
  campaignYear: number | undefined
  clockStart: string | undefined
  locale: 'vi' | 'en'
  logLevel: string
  telegram: TelegramConfig | null
  zaloOa: ZaloOaConfig | null
  zaloBot: ZaloBotConfig | null
  isDemo: boolean
  /** Whoever knows it may read /metrics from elsewhere. */
  metricsToken: string | undefined
  /** How long one stays signed in on the web, and whether officers prove themselves twice. */
  signIn: {
    hasSecondStep: boolean
    /** Locks the secrets of the second steps up; without it a key is kept in the data folder. */
    secondStepKey: string | undefined
    officerIdleHours: number
    staffIdleDays: number
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

/** Reads the environment once. All problems are found at once; with any, nothing is started. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { config: Config } | { problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = []
  const given = (name: string) => (env[name]?.trim() ? env[name]?.trim() : undefined)
  const checked = (name: string, code: CommonCode, isGood: (value: string) => boolean, expected?: string) => {
    const value = given(name)
    if (value === undefined || isGood(value)) return value
    problems.push({ variable: name, code, ...(expected ? { expected } : {}) })
    return undefined
  }
  const oneOf = <T extends string>(name: string, values: readonly T[], fallback: T): T => {
    checked(name, 'notOneOf', value => values.some(known => known === value), values.join(', '))
    return values.find(known => known === given(name)) ?? fallback
  }

  const port = Number(checked('PORT', 'notPort', isPort) ?? 3000)
  const publicUrl = (checked('PUBLIC_URL', 'notUrl', isHttpUrl) ?? `http://localhost:${port}`).replace(/\/+$/, '')
  const databaseUrl = checked('DATABASE_URL', 'notUrl', value => /^postgres(ql)?:\/\//.test(value), 'postgresql://…')
  const campaignYear = checked('CAMPAIGN_YEAR', 'notYear', value => /^20\d\d$/.test(value))
  const clockStart = checked('CLOCK_START', 'notInstant', isInstant, '2024-03-18T08:00:00+07:00')
  const telegram = telegramConfig(env, publicUrl, problems, checked, oneOf)
  const metricsToken = checked('METRICS_TOKEN', 'badSecret', value => /^[\w-]{16,256}$/.test(value))
  const secondStep = oneOf('SECOND_STEP', ['0', '1'], publicUrl.startsWith('https:') ? '1' : '0')
  const secondStepKey = checked('SECOND_STEP_KEY', 'badSecret', value => /^[\w-]{16,256}$/.test(value))
  const count = (name: string, most: number, usual: number) => {
    const isCount = (value: string) => /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= most
    return Number(checked(name, 'notCount', isCount, `1–${most}`) ?? usual)
  }
  const officerIdleHours = count('OFFICER_IDLE_HOURS', 168, 8)
  const staffIdleDays = count('STAFF_IDLE_DAYS', 90, 30)
  const zaloOa = zaloOaConfig(env)
  const zaloBot = zaloBotConfig(env, publicUrl)
  problems.push(...zaloOa.problems, ...zaloBot.problems)
  const locale = oneOf('LOCALE', locales, 'vi')
  const logLevel = oneOf('LOG_LEVEL', logLevels, 'info')
  const demo = oneOf('DEMO', ['0', '1'], telegram || zaloOa.config || zaloBot.config || databaseUrl ? '0' : '1')
  const reaching = demo === '1' ? beyondThisMachine(given, publicUrl) : []
  if (reaching.length > 0) problems.push({ variable: 'DEMO', code: 'demoInPublic', expected: reaching.join(', ') })
  if (problems.length > 0) return { problems }
  return {
    config: {
      port,
      publicUrl,
      dataDir: given('DATA_DIR') ?? './data',
      databaseUrl,
      campaignPlan: given('CAMPAIGN_PLAN'),
      campaignYear: campaignYear === undefined ? undefined : Number(campaignYear),
      clockStart,
      locale,
      logLevel,
      telegram,
      zaloOa: zaloOa.config,
      zaloBot: zaloBot.config,
      isDemo: demo === '1',
      metricsToken,
      signIn: { hasSecondStep: secondStep === '1' && demo === '0', secondStepKey, officerIdleHours, staffIdleDays },
    },
  }
}

type Checked = (
  name: string,
  code: CommonCode,
  isGood: (value: string) => boolean,
  expected?: string,
) => string | undefined
type OneOf = <T extends string>(name: string, values: readonly T[], fallback: T) => T

function telegramConfig(
  env: Readonly<Record<string, string | undefined>>,
  publicUrl: string,
  problems: ConfigProblem[],
  checked: Checked,
  oneOf: OneOf,
): TelegramConfig | null {
  if (!env.TELEGRAM_BOT_TOKEN?.trim()) return null
  const token = checked('TELEGRAM_BOT_TOKEN', 'badToken', value => /^\d+:[\w-]+$/.test(value)) ?? ''
  const apiRoot = checked('TELEGRAM_API_ROOT', 'notUrl', isHttpUrl)?.replace(/\/+$/, '')
  if (oneOf('TELEGRAM_MODE', ['polling', 'webhook'], 'polling') === 'polling')
    return { token, apiRoot, mode: { kind: 'polling' } }
  if (!env.TELEGRAM_WEBHOOK_SECRET?.trim()) problems.push({ variable: 'TELEGRAM_WEBHOOK_SECRET', code: 'missing' })
  const secret = checked('TELEGRAM_WEBHOOK_SECRET', 'badSecret', value => /^[\w-]{16,256}$/.test(value)) ?? ''
  return { token, apiRoot, mode: { kind: 'webhook', url: `${publicUrl}/webhooks/telegram`, secret } }
}

/** The settings with which a demonstration, where anybody may act as anybody, would be seen by others or touch real data. */
function beyondThisMachine(given: (name: string) => string | undefined, publicUrl: string): string[] {
  const outward = ['DATABASE_URL', 'TELEGRAM_BOT_TOKEN', 'ZALO_OA_ID', 'ZALO_BOT_TOKEN'].filter(name => given(name))
  return isThisMachine(publicUrl) ? outward : ['PUBLIC_URL', ...outward]
}

function isPort(value: string): boolean {
  return /^\d+$/.test(value) && Number(value) <= 65_535
}

function isHttpUrl(value: string): boolean {
  return z.url({ protocol: /^https?$/ }).safeParse(value).success
}

function isInstant(value: string): boolean {
  return z.iso.datetime({ offset: true }).safeParse(value).success || z.iso.date().safeParse(value).success
}
