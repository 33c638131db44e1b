import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { projectRoot } from '../../src/project-root.ts'
import { builtProgram, shortLived } from './built-program.ts'

export interface StoreLine {
  readonly opened?: readonly string[]
  readonly acknowledged?: number
  readonly closed?: readonly string[]
  readonly refused?: string
  readonly params?: Readonly<Record<string, string | number>>
}

export interface SpawnedStore {
  readonly process: ChildProcess
  /** The next line it prints; nothing when it has ended. */
  next(): Promise<StoreLine | undefined>
  /** Everything that it still prints until it ends. */
  rest(): Promise<readonly StoreLine[]>
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>
}

/** Another process with the store open, as `store-process.ts` describes. */
export function spawnStore(place: string, task: 'hold' | 'write' | 'close' = 'hold'): SpawnedStore {
  const child = spawn(process.execPath, [shortLived, builtProgram('store-process'), place, task], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await lines.next()
    return done ? undefined : (JSON.parse(value) as StoreLine)
  }
  return {
    process: child,
    next,
    rest: async () => {
      const all: StoreLine[] = []
      for (let line = await next(); line; line = await next()) all.push(line)
      return all
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
