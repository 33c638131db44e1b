import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWeb } from '../../src/web/server.ts'
import { type AWeb, aWeb } from './a-web.ts'

let web: AWeb
beforeAll(async () => {
  web = await aWeb()
})
afterAll(() => web.close())

const ask = async (
  from: string,
  settings: { token?: string; publicUrl?: string } = {},
  headers: Record<string, string> = {},
): Promise<number> => {
  const { token, publicUrl = 'http://localhost:3000' } = settings
  const app = createWeb(
    { ...web.system, publicUrl },
    { ...web.parts, metrics: { read: async () => 'thidua_up 1\n', token } },
  )
  return (await app.request('/metrics', { headers }, { incoming: { socket: { remoteAddress: from } } })).status
}

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
  'without a token this machine (%s) may read the figures',
  async from => expect(await ask(from)).toBe(200),
)

it('to all others there is no such page', async () => {
  expect(await ask('192.0.2.1')).toBe(404)
  expect(await ask('127.0.0.1', {}, { 'X-Forwarded-For': '192.0.2.1' })).toBe(404)
  expect(await ask('127.0.0.1', { publicUrl: 'https://thidua.example.vn' })).toBe(404)
})

it('with a token only who knows it may, from wherever', async () => {
  const settings = { token: 'a-token-of-some-length', publicUrl: 'https://thidua.example.vn' }
  expect(await ask('192.0.2.1', settings, { Authorization: `Bearer ${settings.token}` })).toBe(200)
  expect(await ask('192.0.2.1', settings, { Authorization: 'Bearer something else' })).toBe(404)
  expect(await ask('127.0.0.1', settings)).toBe(404)
})
