import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { silentLog } from '../support/database.ts'

describe('a database that cannot be reached', () => {
  const servers: ReturnType<typeof createServer>[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) server.close()
  })
  const open = (databaseUrl: string) => openStore({ dataDir: '', databaseUrl, log: silentLog })
  const listening = (answer: (socket: import('node:net').Socket) => void) =>
    new Promise<number>((resolve, reject) => {
      const server = createServer(answer)
      servers.push(server)
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        if (address && typeof address === 'object') resolve(address.port)
        else reject(new Error('no port'))
      })
    })

  it('is told apart: nobody listens there', async () => {
    const port = await listening(() => undefined)
    for (const server of servers.splice(0)) await new Promise(resolve => server.close(resolve))
    await expect(open(`postgres://me:s3cret@127.0.0.1:${port}/thidua`)).rejects.toMatchObject({
      code: 'database-unreachable',
      params: { reason: 'refused', host: '127.0.0.1', port: String(port), database: 'thidua', user: 'me' },
    })
  })

  it('is told apart: the host is unknown', async () => {
    await expect(open('postgres://me@nowhere.invalid/thidua')).rejects.toMatchObject({
      params: { reason: 'unknown-host', port: '5432' },
    })
  })

  it('is told apart: it does not answer in time', async () => {
    const port = await listening(() => undefined)
    await expect(open(`postgres://me@127.0.0.1:${port}/thidua`)).rejects.toMatchObject({
      params: { reason: 'timeout' },
    })
  }, 15_000)

  it('is told apart: the address is not one', async () => {
    for (const address of ['thidua', 'mysql://me@localhost/thidua', 'postgres://me:a#b@localhost:x/t'])
      await expect(open(address)).rejects.toMatchObject({ params: { reason: 'bad-address' } })
  })

  it('never shows the password', async () => {
    const port = await listening(socket => socket.destroy())
    const error = await open(`postgres://me:s3cr%2Ft@127.0.0.1:${port}/thidua`).catch(reason => reason)
    expect(error.code).toBe('database-unreachable')
    expect(JSON.stringify([error.message, error.params])).not.toMatch(/s3cr/)
  })
})
