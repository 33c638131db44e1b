import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundled } from '../../../prisma/check-page/bundle.ts'
import { check } from '../../../prisma/check-page/verify.ts'
import { codeFor, LONGEST, newKeyPair } from '../../../src/features/awards/certificate/sign.ts'
import { projectRoot } from '../../../src/project-root.ts'
import { runs } from '../../support/runs.ts'

const key = newKeyPair()
const other = newKeyPair()
const page = 'https://thidua.uongbi.gov.vn/kiem-tra'
const one = {
  serial: '0123456789abcdef',
  decidedOn: '2024-12-31',
  decision: '4321/QĐ-UBND',
  golden: 7,
  authority: 'Chủ tịch UBND thành phố Uông Bí',
  name: 'Phòng Lao động - Thương binh và Xã hội',
  unit: 'UBND thành phố Uông Bí',
}
const codeOf = (text: string) => text.slice(text.indexOf('#') + 1)

describe('the code on a certificate', () => {
  it('says what was signed, whole, in at most 320 bytes with its address', () => {
    const text = codeFor(one, key, page)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LONGEST)
    for (const asked of [text, codeOf(text), ` ${text.slice(0, 100)}\n${text.slice(100)}`])
      expect(check(asked, [other.publicKey, key.publicKey])).toMatchObject({ isTrue: true, certified: one })
  })

  it('is refused with any one letter changed, left out or doubled', () => {
    const letters = codeOf(codeFor(one, key, page))
    const accepted: string[] = []
    for (let at = 0; at < letters.length; at++) {
      const own = letters[at] ?? ''
      const next = own === 'A' ? 'B' : own === '_' ? '-' : String.fromCharCode(own.charCodeAt(0) ^ 1)
      const [before, after] = [letters.slice(0, at), letters.slice(at + 1)]
      for (const changed of [before + next + after, before + after, before + own + own + after])
        if (changed !== letters && check(changed, [key.publicKey]).isTrue) accepted.push(changed)
    }
    expect(accepted).toEqual([])
  })

  it('has one writing only: bits that no byte uses may not be changed', () => {
    const letters = codeOf(codeFor({ ...one, name: `${one.name}.` }, key, page))
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const taken = [...alphabet].filter(last => check(letters.slice(0, -1) + last, [key.publicKey]).isTrue)
    expect(taken).toEqual([letters.at(-1)])
  })

  it('of another office, of a key that the page does not know, and a text that is no code are told apart', () => {
    const text = codeFor(one, other, page)
    expect(check(text, [key.publicKey])).toEqual({ isTrue: false, why: 'unknownKey' })
    expect(check('https://vidu.vn/#xin-chao', [key.publicKey])).toEqual({ isTrue: false, why: 'unreadable' })
    expect(check('', [key.publicKey])).toEqual({ isTrue: false, why: 'unreadable' })
  })

  it('holds any name and unit, or says with «…» that it was cut', () => {
    const text = (maxLength: number) =>
      fc
        .array(fc.constantFrom(...'aăâbcđeêghiklmnoôơpqưuvxyýỳỷỹỵẪỘứỮ Ω漢0–'), { minLength: 1, maxLength })
        .map(all => all.join('').normalize('NFC'))
    fc.assert(
      fc.property(text(60), text(60), fc.integer({ min: 0, max: 65_535 }), (name, unit, golden) => {
        const written = codeFor({ ...one, name: `Tên ${name}`, unit: `Đơn vị ${unit}`, golden }, key, page)
        const read = check(written, [key.publicKey])
        expect(read.isTrue).toBe(true)
        if (!read.isTrue) return
        for (const [given, kept] of [
          [`Tên ${name}`, read.certified.name],
          [`Đơn vị ${unit}`, read.certified.unit],
        ] as const)
          expect(kept === given || kept === '' || (kept.endsWith('…') && given.startsWith(kept.slice(0, -1)))).toBe(
            true,
          )
        expect(read.certified.golden).toBe(golden)
        expect(Buffer.byteLength(written)).toBeLessThanOrEqual(LONGEST)
      }),
      { numRuns: runs(300) },
    )
  })

  it('is checked by the script that stands in the page', async () => {
    const kept = await readFile(join(projectRoot, 'prisma/check-page/page.min.js'), 'utf8')
    expect(kept === (await bundled()), 'npm run check-page').toBe(true)
  })
})
