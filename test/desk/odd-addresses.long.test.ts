import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { type Browser, csrfOf } from '../support/web-driver.ts'
import { aDemoDesk } from './a-demo-desk.ts'

let store: Store
let browser: Browser
let rooms: string[]
const faults: string[] = []

beforeAll(async () => {
  ;({ store, browser } = await aDemoDesk())
  const { html } = await browser.get('/vai/noi-vu/desk')
  rooms = [...new Set([...html.matchAll(/href="(\/vai\/noi-vu\/desk\/[^"/?]+)"/g)].map(([, path = '']) => path))]
})
afterAll(() => store.close())

const odd = [
  'abc',
  '%00',
  '%ED%A0%BD',
  '%E0%A4',
  "'",
  '0',
  '-1',
  '1e99',
  '%F0%9F%98',
  'a'.repeat(300),
  '..%2f',
  '_',
  '2024-99_x',
]

async function look(path: string): Promise<number> {
  const { status } = await browser.get(path)
  if (status >= 500) faults.push(`${status} ${path}`)
  return status
}

test('an address on the desk that no record can have is told as not there, in every room', async () => {
  expect(rooms.length).toBeGreaterThan(5)
  for (const room of rooms) for (const id of odd) await look(`${room}/${id}`)
  expect(faults).toEqual([])
  expect(await look(`${rooms[0]}/abc`)).toBe(404)
})

test('a decision on what cannot be is no fault either', async () => {
  const csrf = csrfOf((await browser.get('/vai/noi-vu/desk')).html)
  for (const room of rooms)
    for (const id of ['abc', '-1', '00000000-0000-0000-0000-000000000000']) {
      const body = new URLSearchParams({ csrf, action: 'accept', reason: 'x\0'.repeat(9), do: 'huy', trang: '-1' })
      const { status } = await browser.send(`${room}/${id}`, { method: 'POST', body })
      expect([room, id, status < 500]).toEqual([room, id, true])
    }
})

test('a decision on many is no fault, whatever is chosen and however it is sent', async () => {
  const csrf = csrfOf((await browser.get('/vai/noi-vu/desk')).html)
  const broken = { 'content-type': 'multipart/form-data; boundary=x' }
  for (const room of rooms) {
    const body = new URLSearchParams({ csrf, action: 'accept', reason: 'x\0'.repeat(9) })
    for (const id of [...odd, '00000000-0000-0000-0000-000000000000']) body.append('chon', id)
    const chosen = await browser.send(room, { method: 'POST', body })
    const torn = await browser.send(room, { method: 'POST', body: '--x\r\nContent-Dis', headers: broken })
    expect([room, chosen.status < 500, torn.status]).toEqual([room, true, 400])
  }
})

test('no word, filter, page or size of a list can break it', async () => {
  for (const room of rooms) {
    const { html } = await browser.get(room)
    const names = new Set([...html.matchAll(/name="([\w-]+)"/g)].map(([, name = '']) => name))
    for (const name of [...names, 'state', 'trang', 'thang', 'toi', 'kq', 'size'])
      for (const value of ['%00', '%ED%A0%BD', '1e99', '-1', "'"]) await look(`${room}?${name}=${value}`)
  }
  expect(faults).toEqual([])
})
