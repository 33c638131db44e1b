import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clockStartingAt } from '../../../src/clock.ts'
import { receive } from '../../../src/intake/receive.ts'
import type { System } from '../../../src/intake/system.ts'
import { outboxOver } from '../../../src/outbox/deliver.ts'
import type { Store } from '../../../src/store/open.ts'
import { zaloBotOf, zaloOaOf } from '../../../src/zalo-channels.ts'
import { freshEmbedded } from '../../support/database.ts'
import { inviteIn, testSystem } from '../../support/test-system.ts'
import { Judge } from '../../support/zalo/judge.ts'

const secret = 'bot-webhook-secret'
const account = '8000000000000000001'

describe.each(['oa', 'bot'] as const)('by the paper alone (%s)', way => {
  let store: Store
  let system: System
  let judge: Judge
  let dataDir: string
  beforeEach(async () => {
    store = await freshEmbedded()
    system = await testSystem(store, clockStartingAt(Temporal.Instant.from('2024-03-20T01:30:00Z')))
    judge = await Judge.open()
    dataDir = await mkdtemp(join(tmpdir(), 'zalo-judged-'))
  })
  afterEach(async () => {
    await judge.close()
    await store.close()
    await rm(dataDir, { recursive: true })
  })

  test('a person joins and begins a form; no request is objected to', async () => {
    const take = (inbound: Parameters<typeof receive>[1]) => receive(system, inbound)
    const root = judge.origin
    const { app, botToken } = judge
    const url = 'https://thidua.example.vn/webhooks/zalo-bot'
    const roots = { openapiRoot: root, oauthRoot: root, businessRoot: root }
    const channel =
      way === 'oa'
        ? zaloOaOf({ ...app, ...roots, refreshToken: judge.refreshToken, mayPay: false }, system, take)
        : zaloBotOf({ token: botToken, botApiRoot: root, mode: { kind: 'webhook', url, secret } }, system, take, {
            ...{ owner: 'judged', dataDir },
          })
    const quick = { perSecond: 10_000, forReplies: 0, chatBurst: 10_000, parallel: 3 }
    const { prisma, clock, log } = system
    const paces = { [channel.name]: quick }
    const outbox = outboxOver({ prisma, clock, log, owner: 'judged', channels: [channel], paces })
    outbox.start()
    await channel.start()
    let number = 0
    const says = async (text: string) => {
      const before = judge.told.length
      const at = clock.now().getTime()
      number += 1
      const request =
        way === 'oa' ? judge.oaEvent(account, text, at, number) : judge.botEvent(account, text, at, number, secret)
      expect((await channel.handleWebhook(request)).status).toBe(200)
      outbox.wake()
      await expect.poll(() => judge.told.length, { timeout: 30_000 }).toBeGreaterThan(before)
      return judge.told.at(-1)?.text ?? ''
    }
    try {
      expect(await says(`/start ${await inviteIn(system, 'CLERK', 'UB-P-QT')}`)).not.toBe('')
      await says('1')
      await says('Trần Thị Bình')
      await says('Công chức Văn phòng')
      expect(await says('phát động')).toContain('tệp văn bản phát động')
      expect(await store.prisma.person.count({ where: { fullName: 'Trần Thị Bình' } })).toBe(1)
      expect(judge.objections).toEqual([])
      expect(judge.told.every(({ to }) => to === account)).toBe(true)
      if (way === 'oa') expect(judge.told.some(({ buttons }) => buttons.length > 0)).toBe(true)
    } finally {
      await channel.stop()
      await outbox.stop()
    }
  })
})
