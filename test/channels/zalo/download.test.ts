import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { download } from '../../../src/channels/zalo/download.ts'
import { isPublicAddress } from '../../../src/channels/zalo/public-address.ts'

describe('files from addresses that Zalo tells', () => {
  let server: Server | null = null
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })
  const serve = async (answer: RequestListener) => {
    const listening = createServer(answer)
    server = listening
    await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/a`
  }
  const local = { mayBeLocal: true }
  const real = { mayBeLocal: false }
  const refused = { result: 'gone', why: 'address not allowed' }

  test.each([
    'http://f.zalo.vn/a.pdf',
    'https://127.0.0.1/a',
    'https://10.1.2.3/a',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/a',
    'https://[::ffff:10.0.0.1]/a',
    'https://localhost/a',
    'ftp://f.zalo.vn/a',
    'file:///etc/passwd',
    'nothing',
    '',
  ])('%s is not asked for', async url => {
    expect(await download(url, 100, real)).toEqual(refused)
  })

  test('what is on this machine counts only in a test, and a redirect out of it is checked again', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: 'https://192.168.0.1/secret' }).end()
    })
    expect(await download(url, 100, real)).toEqual(refused)
    expect(await download(url, 100, local)).toEqual(refused)
  })

  test('redirects are followed a few times, not for ever', async () => {
    let asked = 0
    const url = await serve((_, response) => {
      asked += 1
      response.writeHead(302, { location: '/a' }).end()
    })
    expect(await download(url, 100, local)).toEqual({ result: 'gone', why: 'too many redirects' })
    expect(asked).toBe(4)
  })

  test('a file that does not say its length is cut off at the limit', async () => {
    const url = await serve((_, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(10_000)));
      }
      response.on('drain', pour)
      pour()
    })
    expect(await download(url, 25_000, local)).toEqual({ result: 'tooLarge' })
  })

  test('an address that has run out is gone; a server in trouble is asked again later', async () => {
    const url = await serve((request, response) => {
      response.writeHead(request.url?.endsWith('gone') ? 403 : 503).end()
    })
    expect(await download(`${url}/gone`, 100, local)).toEqual({ result: 'gone', why: 'status 403' })
    expect(await download(url, 100, local)).toEqual({ result: 'retry', why: 'status 503' })
    expect((await download('http://127.0.0.1:1/a', 100, local)).result).toBe('retry')
  })

  test('a server that never answers is given up after a while', async () => {
    const url = await serve(() => undefined)
    expect(await download(url, 100, { ...local, timeoutMs: 50 })).toEqual({ result: 'retry', why: 'timeout' })
  })
})

test('addresses of the open internet are told from all others', () => {
  for (const address of ['1.1.1.1', '118.69.1.1', '2606:4700::1111']) expect(isPublicAddress(address)).toBe(true)
  for (const address of ['172.20.0.1', '100.64.0.1', '0.0.0.0', '224.0.0.1', 'fe80::1', 'fd00::1', '::', 'x'])
    expect(isPublicAddress(address)).toBe(false)
})
