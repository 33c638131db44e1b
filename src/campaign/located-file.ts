import { readFileSync } from 'node:fs'
import { isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { wellFormed } from '../reading/well-formed.ts'
import type { Checked, Problem } from './problem.ts'

export type Path = readonly (string | number)[]

/** A YAML or JSON file as data that still knows its lines. */
export interface LocatedFile {
  file: string
  data: unknown
  /** A problem at the place of a path; at the nearest place above it when the path itself is not in the file. */
  problemAt(path: Path, code: string, params?: Problem['params']): Problem
  /** The same, at the key instead of its value. */
  problemAtKey(path: Path, code: string, params?: Problem['params']): Problem
}

/** Reads a YAML 1.2 file (JSON is YAML too). All syntax errors at once; never throws for what the file holds. */
export function readLocated(file: string): Checked<LocatedFile> {
  const whole = (code: string): Checked<LocatedFile> => ({
    ok: false,
    problems: [{ file, line: null, column: null, path: '', code, params: { file } }],
  })
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    return whole(
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'fileMissing' : 'fileUnreadable',
    )
  }
  return text.trim() === '' ? whole('fileEmpty') : parseLocated(file, text)
}

export function parseLocated(file: string, text: string): Checked<LocatedFile> {
  const lines = new LineCounter()
  const document = parseDocument(text.normalize('NFC'), { lineCounter: lines, prettyErrors: false, version: '1.2' })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  if (document.errors.length > 0) {
    const problems = document.errors.map(error => ({
      file,
      ...place(error.pos[0]),
      path: '',
      code: error.code === 'DUPLICATE_KEY' ? 'duplicateKey' : 'syntax',
      params: { detail: error.message },
    }))
    return { ok: false, problems }
  }

  const problem = (path: Path, offset: number, code: string, params: Problem['params'] = {}): Problem => ({
    file,
    ...place(offset),
    path: pathText(path),
    code,
    params,
  })
  const offsetOf = (path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      const range = isNode(node) ? node.range : null
      if (range) return range[0]
    }
    return 0
  }
  const keyOffsetOf = (path: Path): number => {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
    const pair = isMap(parent)
      ? parent.items.find(item => isPair(item) && keyText(item.key) === path.at(-1))
      : undefined
    const range = pair && isNode(pair.key) ? pair.key.range : null
    return range ? range[0] : offsetOf(path)
  }
  const value: LocatedFile = {
    file,
    data: document.toJS({ reviver: (_, value) => (typeof value === 'string' ? wellFormed(value) : value) }),
    problemAt: (path, code, params) => problem(path, offsetOf(path), code, params),
    problemAtKey: (path, code, params) => problem(path, keyOffsetOf(path), code, params),
  }
  return { ok: true, value }
}

/** `targets[3].deadline`. */
function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? part : `${text}.${part}`
  }, '')
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value
}

function keyText(key: unknown): unknown {
  return isScalar(key) ? key.value : key
}
