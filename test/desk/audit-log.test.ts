import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditOf } from '../../src/contract/declared.ts'
import { logsOf } from '../../src/features/audit/feature.ts'
import { features } from '../../src/features/list.ts'
import { Role } from '../../src/store/generated/client.ts'
import { newId } from '../../src/store/new-id.ts'
import { openBrowser } from '../support/web-driver.ts'
import { type AWeb, aWeb } from '../web/a-web.ts'

let web: AWeb
let entry: string
const seeing: readonly Role[] = ['PNV', 'CHAIR', 'VICE', 'ADMIN']

beforeAll(async () => {
  web = await aWeb({ features: [...logsOf(features)] })
  const actorId = await web.person('Trần Thị Mẫu', 'PNV')
  // The last one is of an older release: declared nowhere, and shown as it was written.
  for (const subjectType of [...auditOf(features).subjects, 'launch-document']) {
    web.clock.advance(1)
    const now = web.clock.now()
    entry = newId(now)
    const data = { id: entry, at: now, actorId, actorRole: 'PNV', action: actionOn(subjectType), subjectType }
    await web.store.prisma.audit.create({ data: { ...data, subjectId: 'x', reason: 'Thử một lý do' } })
  }
})
afterAll(() => web.close())

const actionOn = (subject: string) => (subject === 'launch-document' ? 'launch.handIn' : 'deadLetter.drop')

async function asRole(role: Role) {
  const browser = openBrowser({ url: 'http://localhost:3000', fetch: request => web.app.fetch(request) })
  const link = await web.linkFor(await web.person(`Người ${role}`, role))
  await browser.submitFrom(link, link, {})
  return browser
}

test.each(Object.values(Role))('the log is open to those who may see it, %s or not', async role => {
  const { status } = await (await asRole(role)).get('/desk/nhat-ky')
  expect(status).toBe(seeing.includes(role) ? 200 : 403)
})

test('it lists, filters, finds by name and opens; nonsense finds nothing', async () => {
  const officer = await asRole('PNV')
  const read = async (path: string) => (await officer.get(`/desk/nhat-ky${path}`)).html
  expect(await read('')).toContain('Bỏ tin chưa ghi được')
  expect(await read('')).toContain('launch.handIn')
  expect(await read('?state=dead-letter')).toContain('1 mục')
  expect(await read('?q=tran+mau')).toContain('Trần Thị Mẫu')
  expect(await read('?q=khong+co')).not.toContain('Trần Thị Mẫu')
  expect(await read(`/${entry}`)).toContain('Thử một lý do')
  expect((await officer.get('/desk/nhat-ky/abc')).status).toBe(404)
})

test('it is searched by person, day and action', async () => {
  const officer = await asRole('PNV')
  // The choices of the page name every action.
  const read = async (query: string) =>
    (await officer.get(`/desk/nhat-ky?${query}`)).html.replace(/<select[\s\S]*?<\/select>/g, '')
  const day = web.clock.now().toISOString().slice(0, 10).split('-').reverse().join('/')
  expect(await read(`q=${encodeURIComponent(day)}`)).toContain('Bỏ tin chưa ghi được')
  expect(await read('q=01/01/2020')).not.toContain('Bỏ tin chưa ghi được')
  expect(await read(`q=${encodeURIComponent(`tran mau ${day}`)}`)).toContain('Trần Thị Mẫu')
  expect(await read('viec=deadLetter.drop')).toContain('Bỏ tin chưa ghi được')
  expect(await read('viec=role.give')).not.toContain('Trần Thị Mẫu')
  expect(await read(`q=${encodeURIComponent('bỏ tin chưa ghi')}`)).toContain('Trần Thị Mẫu')
  expect(await read('q=SK-001')).not.toContain('Trần Thị Mẫu')
})
