import { request } from 'node:http'
import type { Channel, Delivery, SendResult } from '../src/channels/channel.ts'
import { after, type Clock } from '../src/clock.ts'

/** A channel whose platform is the counting one of the conductor, reached over loopback as a real one is over the internet. */
export function loopbackChannel(url: string, clock: Clock): Channel {
  return {
    name: 'telegram',
    abilities: { textLength: 4096, buttons: 100, filesIn: false, proactive: 'always' },
    send: delivery => post(url, delivery, clock),
    fetch: async () => ({ result: 'gone', why: 'chaos' }),
    start: async () => undefined,
    stop: async () => undefined,
    health: () => ({ state: 'up' }),
  }
}

function post(url: string, { key, account, kind }: Delivery, clock: Clock): Promise<SendResult> {
  const surelyNot = (why: string): SendResult => ({ result: 'retryAt', at: after(clock.now(), 1_000), why })
  return new Promise(resolve => {
    const call = request(url, { method: 'POST' }, response => {
      response.resume()
      response.once('end', () => resolve(response.statusCode === 200 ? { result: 'sent' } : surelyNot('busy')))
      response.once('error', () => resolve({ result: 'unknown', why: 'cut off' }))
    })
    call.once('error', error =>
      resolve(
        'code' in error && error.code === 'ECONNREFUSED' ? surelyNot('refused') : { result: 'unknown', why: 'cut off' },
      ),
    )
    call.end(JSON.stringify({ key, account, kind }))
  })
}
