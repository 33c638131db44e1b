import { describe, expect, test } from 'vitest'
import { zaloBotConfig, zaloOaConfig } from '../../../src/zalo-config.ts'

const oa = {
  ZALO_OA_ID: '1000000000000000009',
  ZALO_APP_ID: '1234567890123456789',
  ZALO_APP_SECRET: 'app-secret',
  ZALO_OA_SECRET_KEY: 'oa-secret',
}

describe('the settings of the official account', () => {
  test('are off when none is there, and whole when all are', () => {
    expect(zaloOaConfig({ ZALO_OA_ID: ' ' })).toEqual({ config: null, problems: [] })
    expect(zaloOaConfig({ ...oa, ZALO_OPENAPI_ROOT: 'http://127.0.0.1:9/openapi/' })).toEqual({
      config: {
        oaId: oa.ZALO_OA_ID,
        appId: oa.ZALO_APP_ID,
        appSecret: 'app-secret',
        oaSecretKey: 'oa-secret',
        openapiRoot: 'http://127.0.0.1:9/openapi',
        mayPay: false,
      },
      problems: [],
    })
  })

  test('allow messages that cost only where that is said', () => {
    expect(zaloOaConfig({ ...oa, ZALO_PAID_MESSAGES: '1' }).config?.mayPay).toBe(true)
    expect(zaloOaConfig({ ...oa, ZALO_PAID_MESSAGES: 'yes' }).problems).toEqual([
      { variable: 'ZALO_PAID_MESSAGES', code: 'notOneOf', expected: '0, 1' },
    ])
  })

  test('name everything that is wrong at once', () => {
    const { problems } = zaloOaConfig({ ZALO_OA_ID: 'abc', ZALO_OAUTH_ROOT: 'zalo' })
    expect(problems).toEqual([
      { variable: 'ZALO_OA_ID', code: 'notDigits' },
      { variable: 'ZALO_APP_ID', code: 'missingFor', expected: 'ZALO_OA_ID' },
      { variable: 'ZALO_APP_SECRET', code: 'missingFor', expected: 'ZALO_OA_ID' },
      { variable: 'ZALO_OA_SECRET_KEY', code: 'missingFor', expected: 'ZALO_OA_ID' },
      { variable: 'ZALO_OAUTH_ROOT', code: 'notUrl' },
    ])
  })
})

describe('the settings of the bot', () => {
  const url = 'https://thidua.example.vn'

  test('are off without a token; polling unless said otherwise', () => {
    expect(zaloBotConfig({ ZALO_BOT_MODE: 'webhook' }, url)).toEqual({ config: null, problems: [] })
    expect(zaloBotConfig({ ZALO_BOT_TOKEN: '1:a-b' }, url).config).toEqual({
      token: '1:a-b',
      mode: { kind: 'polling' },
    })
  })

  test('ask for a secret with webhooks, and name everything that is wrong', () => {
    const env = { ZALO_BOT_TOKEN: 'x', ZALO_BOT_MODE: 'webhook', ZALO_BOT_WEBHOOK_SECRET: 'short' }
    expect(zaloBotConfig(env, url).problems.map(({ code }) => code)).toEqual(['badBotToken', 'badSecretLength'])
    const without = zaloBotConfig({ ...env, ZALO_BOT_TOKEN: '1:a', ZALO_BOT_WEBHOOK_SECRET: '' }, url)
    expect(without.problems).toEqual([
      { variable: 'ZALO_BOT_WEBHOOK_SECRET', code: 'missingFor', expected: 'ZALO_BOT_MODE=webhook' },
    ])
    expect(zaloBotConfig({ ZALO_BOT_TOKEN: '1:a', ZALO_BOT_MODE: 'both' }, url).problems).toEqual([
      { variable: 'ZALO_BOT_MODE', code: 'notOneOf', expected: 'polling, webhook' },
    ])
  })
})
