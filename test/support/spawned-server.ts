import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { projectRoot } from '../../src/project-root.ts'
import { builtProgram, shortLived } from './built-program.ts'

export interface SpawnedServer {
  url: string
  output(): string
  /** SIGKILL: nothing is drained, nothing is said. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit status. */
  terminate(): Promise<number | null>
}

/** The product as an operator runs it, in a process of its own. Resolves when it listens. */
export async function spawnServer(env: Readonly<Record<string, string>>): Promise<SpawnedServer> {
  const child = run(['start'], { PORT: '0', LOG_LEVEL: 'error', ...env })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (part: Buffer) => {
      output += part.toString('utf8')
      const found = /http:\/\/localhost:\d+/.exec(output)
      if (found) resolve(found[0])
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', code => reject(new Error(`ended with ${code} before it listened:\n${output}`)))
  })
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    child.kill(signal)
    await once(child, 'exit')
    return child.exitCode
  }
  return {
    url: url.replace('localhost', '127.0.0.1'),
    output: () => output,
    kill: async () => {
      await end('SIGKILL')
    },
    terminate: () => end('SIGTERM'),
  }
}

/** One command of the command line; resolves when it has ended. */
export async function runCommand(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = run(args, { LOG_LEVEL: 'error', ...env })
  let [stdout, stderr] = ['', '']
  child.stdout?.on('data', part => {
    stdout += part
  })
  child.stderr?.on('data', part => {
    stderr += part
  })
  await once(child, 'close')
  return { status: child.exitCode, stdout, stderr }
}

/** Without a shell or a package runner in between, so that a signal reaches the product itself; compiled before the suite began. */
function run(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [shortLived, builtProgram(), ...args], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
