import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { playSeason } from '../../chaos/season.ts'

test('a real process killed while it reminds: nothing is missed, nothing is told twice, nothing is late', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'thidua-chaos-'))
  try {
    const wishes = { seed: 3, kills: 3, restarts: 0, from: '2024-03-29', to: '2024-04-01' }
    const { verdict, played } = await playSeason({ dataDir, restartServer: null }, wishes)
    expect(played.kills).toBe(3)
    expect(verdict.promises.filter(one => one.count > 0)).toEqual([])
    expect(verdict.told).toBeGreaterThan(50)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}, 120_000)
