import { expect, test } from 'vitest'
import { appSecretProof } from '../src/oauth/app-secret-proof.ts'
import { consentUrl, pkceChallenge } from '../src/oauth/consent.ts'
import { signOaWebhook } from '../src/webhook/oa-signature.ts'
import { hashPhone, normalisePhone } from '../src/zbs/phone.ts'

test('appsecret_proof matches the documented vector', () => {
  expect(appSecretProof('app-secret', 'access-token')).toBe(
    'dbf9c72b4c8f56924f8e07138f6d465c69cb5c9dbca908ce1403e993e1a5f799',
  )
})

test('the webhook signature matches the documented vector', () => {
  const body =
    '{"app_id":"1234567890123456789","user_id_by_app":"7000000000000000002","event_name":"user_send_text","sender":{"id":"8000000000000000001"},"recipient":{"id":"1000000000000000009"},"message":{"text":"Xin chào","msg_id":"b8de7d84fa1b30430001"},"timestamp":"1751100041636"}'
  const rawBody = Buffer.from(body, 'utf8')
  expect(rawBody).toHaveLength(271)
  expect(
    signOaWebhook({
      appId: '1234567890123456789',
      rawBody,
      timestamp: '1751100041636',
      oaSecretKey: 'OaSecretKeyForTests01',
    }),
  ).toBe('mac=2754723051266d48b1a9a68a4dfbc0ddc7ddb4eb902b3ae3d7f0e7993ef8e773')
})

test('a phone number in any usual form is one number, and its hash the documented one', () => {
  for (const written of ['84987654321', '0987654321', '987654321', '+84 987 654 321', '0987.654.321']) {
    expect(normalisePhone(written)).toBe('84987654321')
  }
  for (const written of ['', '098765432', '849876543210', '+1 987654321', 'không']) {
    expect(normalisePhone(written)).toBeNull()
  }
  expect(hashPhone('84987654321')).toBe('116ce31ae9170769b075a11dedca1198f41d30318334919fb90917e9c617b438')
})

test('the PKCE challenge matches RFC 7636 and the consent address carries it', () => {
  const challenge = pkceChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')
  expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  const url = new URL(
    consentUrl({ appId: '1', redirectUri: 'https://example.vn/zalo?x=1', state: 's', codeChallenge: challenge }),
  )
  expect(`${url.origin}${url.pathname}`).toBe('https://oauth.zaloapp.com/v4/oa/permission')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    app_id: '1',
    redirect_uri: 'https://example.vn/zalo?x=1',
    code_challenge: challenge,
    state: 's',
  })
})
