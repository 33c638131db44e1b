import { parseArgs } from 'node:util'
import { restartableServer } from '../bench/scratch-postgres.ts'
import { playSeason } from './season.ts'
import { tableOf } from './table.ts'

// The season of 2024 is played to the end of its last ladder: what is due on 31/12 is reminded of until March, over Tết.
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '1000' },
    restarts: { type: 'string', default: '25' },
    from: { type: 'string', default: '2024-03-15' },
    to: { type: 'string', default: '2025-03-06' },
  },
})
const { from, to } = values
const [seed, kills, restarts] = [values.seed, values.kills, values.restarts].map(Number)
if (
  seed === undefined ||
  kills === undefined ||
  restarts === undefined ||
  ![seed, kills, restarts].every(Number.isInteger)
)
  throw new Error('--seed, --kills and --restarts are whole numbers')

const server = await restartableServer()
if (!server) {
  process.stderr.write('npm run chaos needs PostgreSQL: install the package «postgresql»\n')
  process.exit(1)
}
// A run that is called off leaves no server behind; the workers end with their channel.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.stop().finally(() => process.exit(1)))

const began = process.hrtime.bigint()
const seconds = (): number => Number((process.hrtime.bigint() - began) / 1_000_000_000n)
try {
  const ground = { databaseUrl: server.url, dataDir: '', restartServer: server.restart }
  const { verdict } = await playSeason(ground, { seed, kills, restarts, from, to }, (done, of, kills) => {
    if (done % 25 === 0)
      process.stderr.write(`${String(seconds()).padStart(5)} s  ${done} of ${of} moments, ${kills} kills\n`)
  })
  process.stdout.write(`\nSeason ${from} – ${to}, seed ${seed}, ${seconds()} s\n\n${tableOf(verdict)}\n`)
  process.exitCode = verdict.isKept ? 0 : 1
} finally {
  await server.stop()
}
