import { expect, test } from 'vitest'
import { playSeason } from '../../chaos/season.ts'
import { emptyPostgres } from '../support/database.ts'

test('two instances that are killed while they remind: nothing is missed, nothing is told twice, nothing is late', async () => {
  const { databaseUrl, drop } = await emptyPostgres()
  try {
    const wishes = { seed: 5, kills: 20, restarts: 0, from: '2024-03-25', to: '2024-04-08' }
    const { verdict, played } = await playSeason({ databaseUrl, dataDir: '', restartServer: null }, wishes)
    expect(played.kills).toBeGreaterThanOrEqual(20)
    expect(verdict.promises.filter(one => one.count > 0)).toEqual([])
    // Thirty-one units owe the launch document; those that are only invited are told nothing.
    expect(verdict.told).toBeGreaterThan(100)
  } finally {
    await drop()
  }
}, 180_000)
