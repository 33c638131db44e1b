import { expect, test } from 'vitest'
import type { Inbound } from '../../../src/channels/channel.ts'
import { withTypedWord } from '../../../src/channels/zalo/typed-words.ts'

const offers = async () => [
  { prompt: 'n9', words: ['Mở hồ sơ', 'Đã rõ'], first: 1 },
  { prompt: 'n5', words: ['Đã rõ'], first: 3 },
]
const read = async (text: string) => {
  const inbound: Inbound = {
    channel: 'zalo-bot',
    eventId: '1',
    account: 'a',
    at: new Date(0),
    content: { type: 'text', text },
  }
  return (await withTypedWord(inbound, offers)).content
}

test('the word of a notice is the press that it stands for, of the latest notice that has it', async () => {
  expect(await read('đã rõ')).toEqual({ type: 'choice', prompt: 'n9', number: 2, typed: 'đã rõ' })
  expect(await read('«Mo ho so».')).toEqual({ type: 'choice', prompt: 'n9', number: 1, typed: '«Mo ho so».' })
})

test('numbers, other words and longer texts stay what they are', async () => {
  for (const text of ['1', '...', 'đã rõ rồi', `Mở hồ sơ ${'x'.repeat(60)}`])
    expect(await read(text)).toEqual({ type: 'text', text })
})
