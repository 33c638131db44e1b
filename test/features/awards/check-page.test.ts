import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkPage, revokedPage } from '../../../src/features/awards/check-page.tsx'
import type { System } from '../../../src/intake/system.ts'
import { newId } from '../../../src/store/new-id.ts'
import type { Store } from '../../../src/store/open.ts'
import { freshEmbedded } from '../../support/database.ts'
import { testSystem } from '../../support/test-system.ts'

let store: Store
let system: System
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store)
  const createdAt = system.clock.now()
  const certified = {
    ...{ origin: 'RECORDED', honoreeKind: 'INDIVIDUAL', name: 'Người Thử Một', nameFolded: 'nguoi thu mot' },
    ...{ searchText: 'nguoi thu mot', unitName: 'Phường Thử', form: 'GIAY_KHEN', purpose: 'CAMPAIGN', level: 'CITY' },
    ...{ authority: 'x', achievement: 'x', decisionNumber: '1/QĐ', decidedOn: '2024-01-02', year: 2024, createdAt },
  }
  await store.prisma.award.createMany({
    data: [
      { ...certified, id: newId(createdAt), serial: 'aa01' },
      { ...certified, id: newId(createdAt), serial: 'aa02', revokedOn: '2024-03-01', revokedWhy: 'Một lý do riêng' },
    ],
  })
})
afterAll(() => store.close())

it('the page that checks certificates runs its own script, asks this server alone, and sends nothing on', async () => {
  const answer = await checkPage.answer(system, new URLSearchParams())
  const policy = answer.headers.get('content-security-policy')?.split('; ') ?? []
  const [script, style] = ['script-src', 'style-src'].map(name => policy.find(one => one.startsWith(name)) ?? '')
  for (const one of [script, style]) expect(one).toMatch(/^(script|style)-src 'sha256-[\w+/]+=*'$/)
  expect(policy.filter(one => one !== script && one !== style)).toEqual([
    "default-src 'none'",
    'connect-src http://localhost:3000',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ])
})

it('what was revoked is told by its serial and day, and nothing of anybody', async () => {
  const answer = await revokedPage.answer(system, new URLSearchParams())
  expect(await answer.json()).toEqual([{ serial: 'aa02', on: '2024-03-01' }])
})
