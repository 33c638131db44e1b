import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rows } from './rows.ts'

const titled =
  /(?:\b(?:test|it|describe)(?:\.(?!skip|todo|fails)\w+)*(?:\([^()'"`]*\))?|\]\))\(\s*(?:'((?:[^'\\]|\\.)+)'|"((?:[^"\\]|\\.)+)"|`((?:[^`\\]|\\.)+)`)/g

/** The titles of a file of tests, as they are written there; null: there is no such file. */
function titlesOf(name: string): string[] | null {
  const file = new URL(`../${name}.test.ts`, import.meta.url)
  if (!existsSync(file)) return null
  return [...readFileSync(file, 'utf8').matchAll(titled)].map(([, ...titles]) => titles.find(Boolean) ?? '')
}

/** Why the proof is none; undefined: the test is there. */
function missing(proof: string): string | undefined {
  const [file = '', title = ''] = proof.split(' › ')
  const titles = titlesOf(file)
  if (!titles) return `${file}: no such file`
  return titles.includes(title) ? undefined : `${file}: no test «${title}»`
}

describe('what the plan asks of the program', () => {
  it('is all there, T01–T85, each once', () => {
    const wanted = Array.from({ length: 85 }, (_, at) => `T${String(at + 1).padStart(2, '0')}`)
    expect(rows.map(({ code }) => code).toSorted()).toEqual(wanted)
  })

  it('is proven by tests that exist', () => {
    expect(
      rows.flatMap(({ code, proofs }) => proofs.flatMap(proof => missing(proof) ?? []).map(why => `${code} ${why}`)),
    ).toEqual([])
  })

  it('is proven or said to be open', () => {
    expect(rows.filter(({ proofs, open }) => proofs.length === 0 && !open).map(({ code }) => code)).toEqual([])
  })

  it('finds a proof that is none', () => {
    expect(missing('campaign/measure › rank 6 is in the top 5')).toContain('no test')
    expect(missing('campaign/nothing › yes')).toContain('no such file')
  })
})
