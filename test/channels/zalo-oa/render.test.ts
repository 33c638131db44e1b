import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OutboundMessage } from '../../../src/channels/channel.ts'
import { render as renderWith } from '../../../src/channels/zalo-oa/render.ts'

const render = (message: OutboundMessage) => renderWith(message, words => `Gõ: ${words.join(', ')}.`)

const titles = (message: Parameters<typeof render>[0]) =>
  render(message)
    .at(-1)
    ?.buttons.map(({ title }) => title)

describe('a message on the OA', () => {
  test('has up to five choices as buttons that carry the prompt and the number, hidden in the chat', () => {
    const [part] = render({
      title: 'Câu 1',
      text: 'Loại?',
      choices: ['Mô hình', 'Giải pháp'],
      words: ['Để sau'],
      prompt: '12',
    })
    expect(part?.text).toBe('Câu 1\n\nLoại?')
    expect(part?.buttons).toEqual([
      { title: '1. Mô hình', action: { kind: 'query', payload: '12:1', isHidden: true } },
      { title: '2. Giải pháp', action: { kind: 'query', payload: '12:2', isHidden: true } },
      { title: 'Để sau', action: { kind: 'query', payload: '12:3', isHidden: true } },
    ])
  })

  test('has six choices as numbers in the text, and the words keep their numbers', () => {
    const choices = ['a', 'b', 'c', 'd', 'e', 'f']
    const [part] = render({ text: '?', choices, words: ['Quay lại'], prompt: '3' })
    expect(part?.text).toBe('?\n\n1. a\n2. b\n3. c\n4. d\n5. e\n6. f')
    expect(part?.buttons).toEqual([{ title: 'Quay lại', action: { kind: 'query', payload: '3:7', isHidden: true } }])
  })

  test('a label that fits no button makes all choices numbers', () => {
    expect(titles({ text: '?', choices: ['a', 'b'.repeat(98)], prompt: '3' })).toEqual([])
  })

  test('names the words that find no place, so that they can be typed', () => {
    const [part] = render({ text: '?', choices: ['a', 'b', 'c', 'd'], words: ['Quay lại', 'Để sau'], prompt: '3' })
    expect(part?.text).toBe('?\n\nGõ: Để sau.')
    expect(part?.buttons).toHaveLength(5)
  })

  test('opens links from buttons as long as there is room, else they are written out', () => {
    const link = { label: 'Mở trang web', url: 'https://x.vn/vao/abc' }
    expect(titles({ text: 'Đây', links: [link] })).toEqual(['Mở trang web'])
    const [part] = render({ text: '?', choices: ['a', 'b', 'c', 'd', 'e'], prompt: '1', links: [link] })
    expect(part?.text).toContain('Mở trang web: https://x.vn/vao/abc')
    expect(part?.buttons).toHaveLength(5)
  })

  test('never breaks a limit of the OA and loses no word, whatever it holds', () => {
    const label = fc.string({ minLength: 1, maxLength: 150 }).filter(text => text.trim() !== '')
    const given = fc.record({
      text: fc.string({ minLength: 1, maxLength: 6_000 }).filter(text => text.trim() !== ''),
      choices: fc.array(label, { maxLength: 12 }),
      words: fc.array(fc.constantFrom('Quay lại', 'Để sau', 'Bỏ qua'), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(given, message => {
        const parts = render({ ...message, prompt: '1' })
        for (const { text, buttons } of parts) {
          expect(text.length).toBeLessThanOrEqual(2_000)
          expect(text.trim()).not.toBe('')
          expect(buttons.length).toBeLessThanOrEqual(5)
          for (const { title } of buttons) expect(title.length).toBeLessThanOrEqual(100)
        }
        const said = parts.map(({ text, buttons }) => [text, ...buttons.map(({ title }) => title)].join('')).join('')
        expect(said.replace(/\s/g, '')).toContain(message.text.replace(/\s/g, ''))
        for (const choice of message.choices) expect(said.replace(/\s/g, '')).toContain(choice.replace(/\s/g, ''))
      }),
    )
  })
})
