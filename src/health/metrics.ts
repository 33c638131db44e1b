import type { Channel } from '../channels/channel.ts'
import { instantOf } from '../clock.ts'
import type { PoolUse } from '../store/pool-use.ts'
import type { Signs } from './signs.ts'
import type { Tally } from './tally.ts'

export interface Measured {
  /** null: the database did not answer. */
  signs: Signs | null
  channels: readonly Pick<Channel, 'name' | 'health'>[]
  events: ReturnType<Tally['counts']>
  pool: PoolUse
  memory: NodeJS.MemoryUsage
  owner: string
  now: Date
}

/** The text form of Prometheus, version 0.0.4: names, numbers and ages, nothing of any message and no name of a person. Pure. */
export function metricsText(seen: Measured): string {
  const { signs, channels, events, pool, memory, owner, now } = seen
  const age = (iso: string) => Math.max(0, (now.getTime() - instantOf(iso).getTime()) / 1_000)
  const families: Family[] = [
    family('thidua_up', 'gauge', 'Whether the database can be written to.', [[{}, signs ? 1 : 0]]),
    family(
      'thidua_channel_up',
      'gauge',
      'Whether the platform can be reached.',
      channels.map(({ name, health }) => [{ channel: name }, health().state === 'up' ? 1 : 0]),
    ),
    family(
      'thidua_events_total',
      'counter',
      'Events that came in, by what became of them; again: not acknowledged, it comes again; kept: a dead letter.',
      events.map(({ channel, outcome, count }) => [{ channel, outcome }, count]),
    ),
    family('thidua_db_pool_connections', 'gauge', 'Connections to the database.', [
      [{ state: 'busy' }, pool.total - pool.idle],
      [{ state: 'idle' }, pool.idle],
    ]),
    family('thidua_db_pool_waiting', 'gauge', 'Who waits for a connection.', [[{}, pool.waiting]]),
    family('process_resident_memory_bytes', 'gauge', 'Memory of the process.', [[{}, memory.rss]]),
    family('nodejs_heap_size_used_bytes', 'gauge', 'Heap in use.', [[{}, memory.heapUsed]]),
    ...(signs ? ofTheDatabase(signs, owner, age) : []),
  ]
  return families.map(textOf).join('')
}

function ofTheDatabase(signs: Signs, owner: string, age: (iso: string) => number): Family[] {
  return [
    family(
      'thidua_outbox_waiting',
      'gauge',
      'Messages that wait or are being sent.',
      signs.queues.map(({ channel, waiting }) => [{ channel }, waiting]),
    ),
    family(
      'thidua_outbox_oldest_seconds',
      'gauge',
      'How long the oldest message could have left already.',
      signs.queues.map(({ channel, oldestAt }) => [{ channel }, oldestAt ? age(oldestAt) : 0]),
    ),
    family('thidua_outbox_not_delivered', 'gauge', 'Messages that ended without arriving.', [[{}, signs.notDelivered]]),
    family('thidua_files_waiting', 'gauge', 'Files that are still to be fetched.', [[{}, signs.filesWaiting]]),
    family('thidua_dead_letters_open', 'gauge', 'Events that wait for a decision.', [[{}, signs.openLetters]]),
    family(
      'thidua_heartbeat_age_seconds',
      'gauge',
      'Since the latest sign of life.',
      signs.beats.map(({ name, at }) => [{ name }, age(at)]),
    ),
    family(
      'thidua_lease_held',
      'gauge',
      'Work of one instance at a time, by who holds it; 1: this process does.',
      signs.leases.map(lease => [{ name: lease.name, owner: lease.owner }, lease.owner === owner ? 1 : 0]),
    ),
  ]
}

type Sample = readonly [Readonly<Record<string, string>>, number]

interface Family {
  name: string
  type: 'gauge' | 'counter'
  help: string
  samples: readonly Sample[]
}

function family(name: string, type: Family['type'], help: string, samples: readonly Sample[]): Family {
  return { name, type, help, samples }
}

function textOf({ name, type, help, samples }: Family): string {
  const lines = samples.map(([labels, value]) => `${name}${labelsOf(labels)} ${value}`)
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].map(line => `${line}\n`).join('')
}

function labelsOf(labels: Sample[0]): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/["\\\n]/g, '_')}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}
