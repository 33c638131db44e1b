import { expect, it } from 'vitest'
import { healthOf, healthWithout, type Observed } from '../../src/health/health.ts'
import { metricsText } from '../../src/health/metrics.ts'

const now = new Date('2024-03-20T02:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const up = { name: 'telegram' as const, health: () => ({ state: 'up' as const }) }

const well: Observed = {
  signs: {
    queues: [{ channel: 'telegram', waiting: 2, oldestAt: ago(1).toISOString() }],
    notDelivered: 0,
    filesWaiting: 0,
    openLetters: 0,
    beats: [{ name: 'reminders', at: ago(1).toISOString() }],
    leases: [{ name: 'reminders', owner: 'me', until: now.toISOString() }],
  },
  channels: [up],
  lastFailure: null,
  startedAt: ago(60),
  now,
}
const with_ = (signs: Partial<Observed['signs']>): Observed => ({ ...well, signs: { ...well.signs, ...signs } })

it('is ok when nothing is amiss', () => expect(healthOf(well)).toMatchObject({ status: 'ok' }))

it.each<[string, string, Observed]>([
  ['a channel is down', 'telegram', { ...well, channels: [{ ...up, health: () => ({ state: 'down', why: '401' }) }] }],
  [
    'a message that could leave has waited too long',
    'outbox',
    with_({ queues: [{ channel: 'telegram', waiting: 1, oldestAt: ago(11).toISOString() }] }),
  ],
  ['the last beat is missing', 'reminders', with_({ beats: [{ name: 'reminders', at: ago(4).toISOString() }] })],
  ['there never was a beat', 'reminders', with_({ beats: [] })],
  ['an event waits for a decision', 'deadLetters', with_({ openLetters: 1 })],
  ['an event could not be stored lately', 'events', { ...well, lastFailure: ago(2) }],
])('is degraded, and takes messages, when %s', (_, part, seen) =>
  expect(healthOf(seen)).toMatchObject({ status: 'degraded', degraded: [part] }),
)

it('gives a start the time for its first beat', () =>
  expect(healthOf({ ...with_({ beats: [] }), startedAt: ago(1) })).toMatchObject({ status: 'ok' }))

it('is down with what the database said', () =>
  expect(healthWithout('53100', [up])).toMatchObject({
    status: 'down',
    parts: { database: { state: 'down', why: '53100' }, telegram: { state: 'up' }, 'zalo-oa': 'off' },
  }))

it('gives its figures in the form of Prometheus', () => {
  const memory = { rss: 100, heapUsed: 50, heapTotal: 0, external: 0, arrayBuffers: 0 }
  const events = [{ channel: 'telegram', outcome: 'kept', count: 3 }] as const
  const text = metricsText({ ...well, events, pool: { total: 3, idle: 1, waiting: 2 }, memory, owner: 'me' })
  expect(text.split('\n')).toEqual(
    expect.arrayContaining([
      '# TYPE thidua_events_total counter',
      'thidua_up 1',
      'thidua_events_total{channel="telegram",outcome="kept"} 3',
      'thidua_outbox_oldest_seconds{channel="telegram"} 60',
      'thidua_heartbeat_age_seconds{name="reminders"} 60',
      'thidua_lease_held{name="reminders",owner="me"} 1',
      'thidua_db_pool_connections{state="busy"} 2',
      'process_resident_memory_bytes 100',
    ]),
  )
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? \d+(\.\d+)?)$/)
})
