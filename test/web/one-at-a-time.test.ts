import { expect, test } from 'vitest'
import { type Browser, openBrowser } from '../support/web-driver.ts'
import { aWeb } from './a-web.ts'

test('what one browser posts beyond three hundred that wait is refused with 429 and told; another browser waits for none of it', async () => {
  const web = await aWeb()
  const browserOf = () => openBrowser({ url: 'http://localhost:3000', fetch: request => web.app.fetch(request) })
  const [one, two] = [browserOf(), browserOf()]
  await Promise.all([one.get('/'), two.get('/')])
  const post = (browser: Browser) =>
    browser.send('/tham-gia', { method: 'POST', body: new URLSearchParams({ csrf: '', code: 'x' }) })
  const flood = Array.from({ length: 320 }, () => post(one))
  const calm = await post(two)
  const refused = (await Promise.all(flood)).filter(({ status }) => status === 429)
  expect(calm.status).toBe(403)
  expect(refused).toHaveLength(20)
  expect(await refused[0]?.json()).toEqual({ say: web.system.texts('vi')('web.chat.tooFast') })
  expect((await post(one)).status).toBe(403)
  await web.close()
})
