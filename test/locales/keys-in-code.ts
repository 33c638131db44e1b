import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/project-root.ts'

export interface Source {
  file: string
  text: string
}

/** Every source file of the program, without its comments. */
export function sources(): Source[] {
  const folder = join(projectRoot, 'src')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !file.includes('generated'))
    .map(file => ({ file, text: withoutComments(readFileSync(join(folder, file), 'utf8')) }))
}

/**
 * The keys that `t(…)` is asked for, wherever a sentence is looked up. A key with a placeholder is given up to its last fixed branch:
 * `t(`roles.${role}`)` asks for the branch `roles`. Keys that begin with one are left to the walk through the forms.
 */
export function askedFor({ text }: Source): { keys: string[]; branches: string[] } {
  const literals = [...text.matchAll(/(?:\bt|\btexts\([^()]*\)|\bloadTexts\([^()]*\))\(/g)].flatMap(found =>
    literalsOf(firstArgument(text, found.index + found[0].length)),
  )
  const asked = literals.filter(literal => /^[a-z][\w-]*\./.test(literal))
  return {
    keys: asked.filter(key => !key.includes('${')),
    branches: asked.filter(key => key.includes('${')).map(key => /^([^$]*)\.[^.$]*\$\{/.exec(key)?.[1] ?? ''),
  }
}

/**
 * The actions that a file writes to the audit: whatever is given as `action`, and every literal in it that begins like one that is
 * declared (`prefixes`). One with a placeholder is given up to it: `received.`.
 */
export function auditActions({ text }: Source, prefixes: readonly string[]): string[] {
  if (!/people\/audit\.ts|from '\.\/audit\.ts'|\.audit\.create/.test(text)) return []
  const withoutOthers = text
    .replace(/\b(?:may|mayEver|givingRole|right|decision)\((?:[^()]|\([^()]*\))*\)/g, '')
    .replace(/\bt\((?:[^()]|\([^()]*\))*\)|\btitle: '[^']*'/g, '')
  const given = [...withoutOthers.matchAll(/\baction(?::| =) ('[^'\n]*'|`[^`]*`)/g)].flatMap(([, code = '']) =>
    literalsOf(code),
  )
  const alike = literalsOf(withoutOthers).filter(
    literal => /^[a-zA-Z]+\.(?:[a-zA-Z]+|\$\{.*\})$/.test(literal) && prefixes.includes(literal.split('.')[0] ?? ''),
  )
  return [...new Set([...given, ...alike].map(literal => literal.replace(/\$\{.*$/, '')))]
}

function literalsOf(code: string): string[] {
  return [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, plain, template]) => plain ?? template ?? '')
}

function firstArgument(text: string, from: number): string {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? ''
    if ('([{'.includes(sign)) depth += 1
    if (')]}'.includes(sign)) depth -= 1
    if (depth < 0 || (depth === 0 && sign === ',')) return text.slice(from, at)
  }
  return text.slice(from)
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
