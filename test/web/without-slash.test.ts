import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AWeb, aWeb } from './a-web.ts'

let web: AWeb
beforeAll(async () => {
  web = await aWeb()
})
afterAll(() => web.close())

const to = async (path: string) => {
  const answer = await web.app.request(path)
  return [answer.status, answer.headers.get('location')]
}

it.each([
  ['/chat/', '/chat'],
  ['/desk/bao-cao/?q=a', '/desk/bao-cao?q=a'],
  ['/nowhere/', '/nowhere'],
])('%s leads to the address without its slash', async (path, without) => {
  expect(await to(path)).toEqual([301, without])
})

it('leads to no other house, and changes nothing that is posted', async () => {
  const [status, location] = await to('http://localhost//elsewhere.example/')
  expect([status, location]).toEqual([301, '/elsewhere.example'])
  const posted = await web.app.request('/nowhere/', { method: 'POST', headers: { origin: 'http://localhost:3000' } })
  expect(posted.headers.get('location')).toBeNull()
})
