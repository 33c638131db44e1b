import { z } from 'zod'
import type { ZaloBotConfig } from './channels/zalo-bot/config.ts'
import type { ZaloOaConfig } from './channels/zalo-oa/config.ts'

type Env = Readonly<Record<string, string | undefined>>

/** One thing that is wrong with the settings of Zalo; the sentence is `zalo.problems.<code>`, or `config.problems.<code>` for the common ones. */
export interface ZaloConfigProblem {
  variable: string
  code: 'notUrl' | 'notOneOf' | 'notDigits' | 'missingFor' | 'badBotToken' | 'badSecretLength'
  expected?: string
}

/** What was read; null when the channel is off. With any problem the values do not count. */
export interface ZaloSettings<T> {
  config: T | null
  problems: ZaloConfigProblem[]
}

const oaVariables = ['ZALO_OA_ID', 'ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_SECRET_KEY'] as const

/** The Official Account is on when any of its four settings is there, and then it needs all of them. */
export function zaloOaConfig(env: Env): ZaloSettings<ZaloOaConfig> {
  const read = reader(env)
  const first = oaVariables.find(name => read.given(name) !== undefined)
  if (first === undefined) return { config: null, problems: [] }
  const needed = (name: string) => read.needed(name, first)
  const id = (name: string) => read.checked(name, 'notDigits', value => /^\d+$/.test(value), needed(name))
  const config: ZaloOaConfig = {
    oaId: id('ZALO_OA_ID'),
    appId: id('ZALO_APP_ID'),
    appSecret: needed('ZALO_APP_SECRET'),
    oaSecretKey: needed('ZALO_OA_SECRET_KEY'),
    ...optional('refreshToken', read.given('ZALO_OA_REFRESH_TOKEN')),
    ...optional('openapiRoot', read.root('ZALO_OPENAPI_ROOT')),
    ...optional('oauthRoot', read.root('ZALO_OAUTH_ROOT')),
    ...optional('businessRoot', read.root('ZALO_BUSINESS_ROOT')),
    ...optional('reminderTemplateId', read.given('ZALO_REMINDER_TEMPLATE_ID')),
    mayPay: read.flag('ZALO_PAID_MESSAGES'),
  }
  return { config, problems: read.problems }
}

/** The bot is on when its token is there; webhooks also need their secret. */
export function zaloBotConfig(env: Env, publicUrl: string): ZaloSettings<ZaloBotConfig> {
  const read = reader(env)
  const given = read.given('ZALO_BOT_TOKEN')
  if (given === undefined) return { config: null, problems: [] }
  const token = read.checked('ZALO_BOT_TOKEN', 'badBotToken', value => /^\d+:[\x21-\x7e]+$/.test(value), given)
  const modes = ['polling', 'webhook']
  const wanted = read.given('ZALO_BOT_MODE') ?? 'polling'
  if (!modes.includes(wanted))
    read.problems.push({ variable: 'ZALO_BOT_MODE', code: 'notOneOf', expected: modes.join(', ') })
  const root = optional('botApiRoot', read.root('ZALO_BOT_API_ROOT'))
  const config: ZaloBotConfig = { token, ...root, mode: { kind: 'polling' } }
  if (wanted !== 'webhook') return { config, problems: read.problems }
  const variable = 'ZALO_BOT_WEBHOOK_SECRET'
  const isSecret = (value: string) => /^[\x21-\x7e]{8,256}$/.test(value)
  const secret = read.checked(variable, 'badSecretLength', isSecret, read.needed(variable, 'ZALO_BOT_MODE=webhook'))
  const mode = { kind: 'webhook' as const, url: `${publicUrl}/webhooks/zalo-bot`, secret }
  return { config: { ...config, mode }, problems: read.problems }
}

/** Reads variables one by one and notes what is wrong with them. */
function reader(env: Env) {
  const problems: ZaloConfigProblem[] = []
  const given = (name: string) => env[name]?.trim() || undefined
  return {
    problems,
    given,
    needed: (name: string, because: string): string => {
      const value = given(name)
      if (value === undefined) problems.push({ variable: name, code: 'missingFor', expected: because })
      return value ?? ''
    },
    checked: (
      name: string,
      code: ZaloConfigProblem['code'],
      isGood: (value: string) => boolean,
      value: string,
    ): string => {
      if (value !== '' && !isGood(value)) problems.push({ variable: name, code })
      return value
    },
    flag: (name: string): boolean => {
      const value = given(name)
      if (value !== undefined && value !== '0' && value !== '1')
        problems.push({ variable: name, code: 'notOneOf', expected: '0, 1' })
      return value === '1'
    },
    root: (name: string): string | undefined => {
      const value = given(name)
      if (value !== undefined && !z.url({ protocol: /^https?$/ }).safeParse(value).success)
        problems.push({ variable: name, code: 'notUrl' })
      return value?.replace(/\/+$/, '')
    },
  }
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: string })
}
