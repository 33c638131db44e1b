import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Inbound, InboundContent } from '../../src/channels/channel.ts'
import { wellFormedInbound } from '../../src/channels/well-formed-inbound.ts'
import { wellFormed, wellFormedJson } from '../../src/reading/well-formed.ts'

const anyText = fc.string({ unit: fc.nat(0xffff).map(code => String.fromCharCode(code)) })
const isKept = (text: string) => !text.includes('\0') && text.isWellFormed()

test('whatever comes in can be kept, and what could be kept already stays as it is', () => {
  fc.assert(fc.property(anyText, text => isKept(wellFormed(text))))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }).filter(isKept), text => {
      expect(wellFormed(text)).toBe(text)
    }),
  )
})

test('JSON with half an emoji or NUL in a string, however deep, is read with the string mended', () => {
  expect(wellFormedJson('{"a":["\\ud83d","b\\u0000c"],"n":1}')).toEqual({ a: ['\ufffd', 'bc'], n: 1 })
})

test('every text of an event is mended, and its time stays', () => {
  const bad = 'a\0\ud83d'
  const contents: InboundContent[] = [
    { type: 'text', text: bad },
    { type: 'choice', prompt: bad, number: 1 },
    { type: 'files', files: [{ name: bad, ref: bad, size: 3 }], caption: bad },
    { type: 'contact', phone: bad, isOwn: true },
    { type: 'opened' },
  ]
  for (const content of contents) {
    const at = new Date('2024-03-20T01:30:00Z')
    const inbound: Inbound = { channel: 'telegram', eventId: bad, account: bad, displayName: bad, at, content }
    const mended = wellFormedInbound(inbound)
    expect(mended.at).toBe(at)
    expect(JSON.stringify(mended)).not.toMatch(/\\u0000|\\ud83d/)
    expect(mended.content.type).toBe(content.type)
  }
})
