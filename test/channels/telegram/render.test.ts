import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { OutboundMessage } from '../../../src/channels/channel.ts'
import { splitText } from '../../../src/channels/split-text.ts'
import { render } from '../../../src/channels/telegram/render.ts'
import { Recorder } from '../../support/telegram/recorder.ts'

const labels = (message: OutboundMessage) =>
  render(message)
    .at(-1)
    ?.keyboard.map(row => row.map(({ text }) => text))

describe('a message on Telegram', () => {
  test('has its title bold by an entity, whatever a person typed into it', () => {
    const [part] = render({ title: ' Câu 1/13 ', text: '<b>5 * 6_</b> & [x](y)' })
    expect(part).toEqual({
      text: 'Câu 1/13\n\n<b>5 * 6_</b> & [x](y)',
      entities: [{ type: 'bold', offset: 0, length: 8 }],
      keyboard: [],
    })
  })

  test('shows short choices as buttons that carry the prompt and the number', () => {
    const [part] = render({
      text: 'Loại?',
      choices: ['Mô hình', 'Giải pháp'],
      words: ['Quay lại', 'Để sau'],
      prompt: '12',
    })
    expect(part?.text).toBe('Loại?')
    expect(part?.keyboard).toEqual([
      [{ text: '1. Mô hình', callback_data: '12:1' }],
      [{ text: '2. Giải pháp', callback_data: '12:2' }],
      [
        { text: 'Quay lại', callback_data: '12:3' },
        { text: 'Để sau', callback_data: '12:4' },
      ],
    ])
  })

  test('lists long choices in the text and gives their numbers as buttons', () => {
    const long = 'Cải cách thủ tục hành chính và kiểm soát thủ tục'
    const message = { text: 'Lĩnh vực?', choices: [long, 'Thể chế'], prompt: '3' }
    expect(render(message)[0]?.text).toBe(`Lĩnh vực?\n\n1. ${long}\n2. Thể chế`)
    expect(labels(message)).toEqual([['1', '2']])
  })

  test('opens public links from a button and writes out the others', () => {
    const links = [
      { label: 'Mở', url: 'https://thidua.example.vn/x' },
      { label: 'Tại máy', url: 'http://localhost:8080/web' },
    ]
    expect(render({ text: 'Đường dẫn', links })[0]).toMatchObject({
      text: 'Đường dẫn\n\nTại máy: http://localhost:8080/web',
      keyboard: [[{ text: 'Mở', url: 'https://thidua.example.vn/x' }]],
    })
  })

  test('longer than one message is cut at paragraphs, the buttons under the last part', () => {
    const paragraph = `${'Nội dung. '.repeat(150).trim()}\n\n`
    const parts = render({ title: 'T', text: paragraph.repeat(5), choices: ['Có'], prompt: '1' })
    expect(parts.length).toBe(3)
    expect(parts.map(part => part.keyboard.length)).toEqual([0, 0, 1])
    expect(parts.every(part => part.text.endsWith('.'))).toBe(true)
    expect(parts.map(part => part.entities.length)).toEqual([1, 0, 0])
  })

  test('with more choices than Telegram has buttons is answered by typing', () => {
    const choices = Array.from({ length: 150 }, (_, n) => `Đơn vị ${n}`)
    expect(labels({ text: 'Đơn vị?', choices, prompt: '1', words: ['Để sau'] })).toEqual([['Để sau']])
  })
})

const halfCharacter = /\p{Surrogate}/u

describe('cutting a text', () => {
  const prose = fc.stringMatching(/^[a-zà-ỹ .!?\n😀𝒳]{0,600}$/u)
  const withoutSpace = (text: string) => text.replace(/\s+/g, '')

  test('loses nothing but white space, keeps the order and the limit, and never cuts a character', () => {
    fc.assert(
      fc.property(
        fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 400 })),
        fc.integer({ min: 4, max: 90 }),
        (text, limit) => {
          const pieces = splitText(text, limit)
          expect(withoutSpace(pieces.join(''))).toBe(withoutSpace(text))
          for (const piece of pieces) {
            expect(piece.length).toBeGreaterThan(0)
            expect(piece.length).toBeLessThanOrEqual(limit)
            if (!halfCharacter.test(text)) expect(piece).not.toMatch(halfCharacter)
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('prefers the end of a paragraph, of a line, of a sentence, of a word, in this order', () => {
    expect(splitText('aaa bbb. ccc\nddd\n\neee fff', 20)).toEqual(['aaa bbb. ccc\nddd', 'eee fff'])
    expect(splitText('aaa bbb. ccc ddd\nee fff ggg', 20)).toEqual(['aaa bbb. ccc ddd', 'ee fff ggg'])
    expect(splitText('aaa bbb ccc. ddd eee fff', 20)).toEqual(['aaa bbb ccc.', 'ddd eee fff'])
    expect(splitText('aaa bbb ccc ddd eee fff', 20)).toEqual(['aaa bbb ccc ddd eee', 'fff'])
  })
})

describe('whatever is to be said', () => {
  let recorder: Recorder
  beforeAll(async () => {
    recorder = await Recorder.make()
  })

  test('Telegram’s schema and limits hold', () => {
    const label = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
    const message = fc.record(
      {
        text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9_000 }),
        title: fc.string({ unit: 'grapheme', maxLength: 100 }),
        choices: fc.array(label, { maxLength: 130 }),
        words: fc.array(label, { maxLength: 5 }),
        links: fc.array(fc.record({ label, url: fc.oneof(fc.webUrl(), fc.string()) }), { maxLength: 3 }),
      },
      { requiredKeys: ['text'] },
    )
    fc.assert(
      fc.property(message, fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }), (content, seq) => {
        for (const { text, entities, keyboard } of render({ ...content, prompt: `n${seq}` }))
          recorder.note('sendMessage', { chat_id: 1, text, entities, reply_markup: { inline_keyboard: keyboard } })
        expect(recorder.problems).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
