import { rm } from 'node:fs/promises'
import { buildWorker } from './build-worker.ts'
import { type Played, play } from './conductor.ts'
import { Instances } from './instances.ts'
import { startPlatform } from './platform.ts'
import { scriptOf, type Wishes } from './script.ts'
import { judge, type Verdict } from './verdict.ts'
import { makeWorld, openPlace } from './world.ts'

export interface Ground {
  /** A PostgreSQL database, empty; two instances live on it. Else: an embedded one in `dataDir`, with one instance. */
  databaseUrl?: string
  dataDir: string
  restartServer: (() => Promise<void>) | null
}

export interface Outcome {
  verdict: Verdict
  played: Played
}

/** Plays one season on real processes and judges what is stored and what arrived. Leaves no process behind. */
export async function playSeason(
  ground: Ground,
  wishes: Wishes,
  onStop: (done: number, of: number, kills: number) => void = () => undefined,
): Promise<Outcome> {
  const platform = await startPlatform(wishes.seed)
  const program = await buildWorker()
  try {
    const { databaseUrl, dataDir } = ground
    const place = { dataDir, platformUrl: platform.url, ...(databaseUrl === undefined ? {} : { databaseUrl }) }
    const before = await openPlace(place)
    const known = await makeWorld(before).finally(() => before.close())
    const script = scriptOf(known, wishes)
    const instances = databaseUrl === undefined ? 1 : 2
    const pool = new Instances(program, place, databaseUrl === undefined ? 0 : 4)
    const stage = { instances, pool, platform, restartServer: ground.restartServer }
    const played = await play(script, stage, wishes.seed, (done, kills) => onStop(done, script.stops.length, kills))
    const after = await openPlace(place)
    const verdict = await judge(after, known, script, played, platform.arrivals).finally(() => after.close())
    return { verdict, played }
  } finally {
    await platform.close()
    await rm(program, { force: true })
  }
}
