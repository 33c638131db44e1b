import { existsSync, readFileSync } from 'node:fs'

const titled =
  /(?:\b(?:test|it|describe)(?:\.(?!skip|todo|fails)\w+)*(?:\([^()'"`]*\))?|\]\))\(\s*(?:'((?:[^'\\]|\\.)+)'|"((?:[^"\\]|\\.)+)"|`((?:[^`\\]|\\.)+)`)/g

/** The titles of a file of tests, as they are written there; null: there is no such file. */
function titlesOf(name: string): string[] | null {
  const file = new URL(`../${name}.test.ts`, import.meta.url)
  if (!existsSync(file)) return null
  return [...readFileSync(file, 'utf8').matchAll(titled)].map(([, ...titles]) => titles.find(Boolean) ?? '')
}

/** Why the proof is none; undefined: the test is there. */
export function missing(proof: string): string | undefined {
  const [file = '', title = ''] = proof.split(' › ')
  const titles = titlesOf(file)
  if (!titles) return `${file}: no such file`
  return titles.includes(title) ? undefined : `${file}: no test «${title}»`
}
