import { execFile } from 'node:child_process'
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const installed = '/usr/lib/postgresql'

export interface PostgresServer {
  /** Of a database on which others may be created. */
  url: string
  stop(): Promise<void>
}

/**
 * The server that TEST_POSTGRES_URL names, or one of its own on a free port with the settings that Debian's packages come
 * with (a commit waits for the disk). Null: there is neither.
 */
export async function postgresServer(): Promise<PostgresServer | null> {
  const named = process.env.TEST_POSTGRES_URL
  if (named) return { url: named, stop: async () => undefined }
  const bin = await newestBin()
  return bin ? startIn(await mkdtemp(join(tmpdir(), 'thidua-bench-')), bin) : null
}

export interface RestartableServer extends PostgresServer {
  /** Ends it as a power cut would, and starts it again on the same data. */
  restart(): Promise<void>
}

/** A server of its own, as above, in that folder or one of its own; null: PostgreSQL is not installed. */
export async function restartableServer(folder?: string, settings = ''): Promise<RestartableServer | null> {
  const bin = await newestBin()
  if (!bin) return null
  // The machine itself does not fail here, and what the server has handed to it is kept: nobody need wait for the disk.
  return startIn(folder ?? (await mkdtemp(join(tmpdir(), 'thidua-chaos-'))), bin, `-c fsync=off ${settings}`)
}

async function newestBin(): Promise<string | null> {
  const versions = await readdir(installed).catch(() => [])
  const newest = versions.toSorted((a, b) => Number(a) - Number(b)).at(-1)
  return newest ? join(installed, newest, 'bin') : null
}

async function startIn(folder: string, bin: string, more = ''): Promise<RestartableServer> {
  const data = join(folder, 'data')
  const run = await runner(folder)
  await run(join(bin, 'initdb'), '-D', data, '-A', 'trust', '-U', 'postgres')
  const port = await freePort()
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' ${more}`
  const start = () => run(join(bin, 'pg_ctl'), '-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start')
  // One that has ended by itself, for want of room, is not there to be stopped.
  const end = () => run(join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop').catch(() => undefined)
  await start()
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    restart: async () => {
      await end()
      await start()
    },
    stop: async () => {
      await end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root: then the user that its package made runs it. */
async function runner(folder: string): Promise<(program: string, ...given: string[]) => Promise<void>> {
  const isRoot = process.getuid?.() === 0
  if (isRoot) {
    const { stdout } = await execute('id', ['-u', 'postgres'])
    await chmod(folder, 0o755)
    await chown(folder, Number(stdout), -1)
  }
  return async (program, ...given) => {
    // pg_ctl leaves a server behind that keeps the pipes of its parent open; nothing is read from them.
    const command = ['runuser', '-u', 'postgres', '--', program, ...given].slice(isRoot ? 0 : 4)
    await promisify((done: (error: Error | null) => void) => {
      execFile(command[0] ?? '', command.slice(1), { cwd: folder })
        .once('error', done)
        .once('exit', code => {
          done(code === 0 ? null : new Error(`${program} ended with ${code}`))
        })
    })()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
