import { afterEach, beforeEach, expect, test } from 'vitest'
import type { JsonValue } from '../src/json/json-value.ts'
import { type FakeWorld, fakeWorld } from './fake-world.ts'

// Calls past the client, as a client with bugs would make them.
let world: FakeWorld
let userId: string

beforeEach(async () => {
  world = await fakeWorld()
  userId = world.fake.users.add({ lastInteractionAt: world.clock.now() }).id
})

afterEach(() => world.fake.stop())

async function post(path: string, body: JsonValue, headers: Record<string, string> = {}) {
  const token = await world.tokens.accessToken()
  const url = `${world.fake.roots.openapi}${path}`
  const init = { method: 'POST', headers: { access_token: token, ...headers }, body: JSON.stringify(body) }
  return (await fetch(url, init)).json()
}

const send = (message: JsonValue) => post('/v3.0/oa/message/cs', { recipient: { user_id: userId }, message })
const template = (payload: JsonValue) => ({ text: 'x', attachment: { type: 'template', payload } })
const button = { title: 'a', type: 'oa.query.hide', payload: 'b' }
const card = { title: 'a', subtitle: 'b' }

test.each<[string, JsonValue, number]>([
  ['buttons with a template_type', template({ template_type: 'button', buttons: [button] }), -233],
  ['buttons beside list elements', template({ template_type: 'list', elements: [card], buttons: [button] }), -233],
  ['buttons inside a card', template({ template_type: 'list', elements: [{ ...card, buttons: [button] }] }), -233],
  ['an unknown button type', template({ buttons: [{ ...button, type: 'oa.click' }] }), -233],
  ['an address as a plain string', template({ buttons: [{ ...button, type: 'oa.open.url' }] }), -233],
  ['a relative address', template({ buttons: [{ ...button, type: 'oa.open.url', payload: { url: '/a' } }] }), -201],
  ['an empty subtitle', template({ template_type: 'list', elements: [{ title: 'a', subtitle: '' }] }), -201],
  ['six buttons', template({ buttons: Array.from({ length: 6 }, () => button) }), -210],
  ['six cards', template({ template_type: 'list', elements: Array.from({ length: 6 }, () => card) }), -210],
  ['a text that is too long', { text: 'a'.repeat(2001) }, -210],
  ['no text', {}, -201],
  ['a caption on a file', { text: 'x', attachment: { type: 'file', payload: { token: 't' } } }, -233],
  ['an unknown field', { text: 'x', parse_mode: 'html' }, -233],
  [
    'a gif without its size',
    template({ template_type: 'media', elements: [{ media_type: 'gif', attachment_id: 'a' }] }),
    -201,
  ],
  [
    'an image that was never uploaded',
    template({ template_type: 'media', elements: [{ media_type: 'image', attachment_id: 'a' }] }),
    -100,
  ],
])('%s is refused', async (_what, message, error) => {
  expect(await send(message)).toMatchObject({ error })
})

test('a token anywhere but in its header is no token', async () => {
  const token = await world.tokens.accessToken()
  const body = { recipient: { user_id: userId }, message: { text: 'x' } }
  const none = { access_token: '' }
  const path = `/v3.0/oa/message/cs?access_token=${token}`
  expect(await post(path, body, none)).toMatchObject({ error: -216 })
  expect(await post('/v3.0/oa/message/cs', body, { ...none, authorization: `Bearer ${token}` })).toMatchObject({
    error: -216,
  })
})

test('a path that does not exist says so', async () => {
  expect(await post('/v3.0/oa/message', {})).toMatchObject({ message: 'You are accessing an empty or invalid API' })
})

test('a user with a refusal of their own is refused with it', async () => {
  for (const refusal of [-213, -217, -227, -244]) {
    const user = world.fake.users.add({ lastInteractionAt: world.clock.now(), refusal })
    const send = world.oa.sendMessage({ userId: user.id }, { kind: 'text', text: 'x' })
    await expect(send).rejects.toMatchObject({ errorClass: 'recipient', code: refusal })
  }
})

test('consent comes back to a registered address only, with a code that works once', async () => {
  const { fake, tokens } = world
  const redirect = 'https://thidua.example/zalo'
  const query = new URLSearchParams({ app_id: fake.app.appId, redirect_uri: redirect, state: 's' })
  const ask = () => fetch(`${fake.roots.oauth}/v4/oa/permission?${query}`, { redirect: 'manual' })
  expect(await (await ask()).json()).toMatchObject({ error: -14003 })
  fake.oauth.registeredRedirects.add(redirect)
  const back = new URL((await ask()).headers.get('location') ?? '')
  expect(back.searchParams.get('state')).toBe('s')
  expect(back.searchParams.get('oa_id')).toBe(fake.app.oaId)
  const code = back.searchParams.get('code') ?? ''
  await tokens.exchangeCode(code)
  await expect(tokens.exchangeCode(code)).rejects.toMatchObject({ errorClass: 'needs-consent' })
})

test('a file that a person sends is fetched without a token', async () => {
  const url = world.fake.serve(Buffer.from('nội dung'), 'application/pdf', 'kế hoạch.pdf')
  const response = await fetch(url)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(await response.text()).toBe('nội dung')
})
