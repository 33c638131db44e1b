import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isPressable } from '../src/channels/telegram/keyboard.ts'
import { parseUrl } from '../src/parse-url.ts'

it('takes an address with Latin-1 letters however often it is asked, which URL.canParse of Node 20 does not', () => {
  const address = 'https://thidua.quangninh.gov.vn/bài-viết/à?q=â'
  for (let asked = 0; asked < 50_000; asked++) {
    if (!isPressable({ url: address })) throw new Error(`refused after ${asked} times`)
  }
  expect(parseUrl(address)?.host).toBe('thidua.quangninh.gov.vn')
  expect(parseUrl('/tiếp', 'https://a.vn/b')?.href).toBe('https://a.vn/ti%E1%BA%BFp')
  expect(parseUrl('không phải địa chỉ')).toBeNull()
})

it('nothing in the program asks URL.canParse', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
  const asking = sources.filter(file => /URL\.canParse\(/.test(readFileSync(`src/${file}`, 'utf8')))
  expect(asking).toEqual([])
})
