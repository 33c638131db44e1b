import { deniedIn } from './contrast.ts'
import { edged } from './spans/edges.ts'
import { owned } from './spans/owners.ts'
import type { Span } from './spans/span.ts'
import { spanAt } from './spans/span-at.ts'
import { normalise } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

/** A typed line as typed spans, from left to right, without gaps but for spaces. */
export interface Line {
  /** Normalised: the places of the spans are places in it. */
  readonly text: string
  readonly spans: readonly Span[]
}

/**
 * The typed spans of a line, each with its place and all its readings. Pure, total, linear in the length of the line; knows no
 * day, no field and no database: what a span means to a question is for the question to say (`fields/`).
 */
export function readLine(typed: string): Line {
  if (latest.typed === typed) return latest.line
  const tokens = tokenise(typed.replace(/đ\/c/giu, 'đồng chí'))
  const denied = deniedIn(tokens)
  const spans = denied
    ? [...spansOf(tokens.slice(0, denied.from)), ...deniedSpan(tokens, denied), ...spansOf(tokens.slice(denied.to))]
    : spansOf(tokens)
  const plain = normalise(typed)
  const line = { text: plain, spans: owned(edged(spans), plain) }
  latest = { typed, line }
  return line
}

function spansOf(tokens: readonly Token[]): Span[] {
  const spans: Span[] = []
  for (let at = 0; at < tokens.length; ) {
    const { value: readings, length } = spanAt(tokens, at)
    const [first, last] = [tokens[at], tokens[at + length - 1] ?? tokens.at(-1)]
    if (first !== undefined && last !== undefined) spans.push({ start: first.start, end: last.end, readings })
    at += length
  }
  return spans
}

function deniedSpan(tokens: readonly Token[], { from, to }: { from: number; to: number }): Span[] {
  const [first, last] = [tokens[from], tokens[to - 1]]
  return first && last ? [{ start: first.start, end: last.end, readings: [{ is: 'denied' }] }] : []
}

/** The line that was read last: several readers look at one line in turn. */
let latest: { typed: string; line: Line } = { typed: '', line: { text: '', spans: [] } }
