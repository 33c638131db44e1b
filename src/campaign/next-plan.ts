import { Temporal } from 'temporal-polyfill'
import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml'
import { campaignDate } from './campaign-date.ts'

/** Why a place of the next plan must be looked at by a person before it is issued. */
export type ToSee =
  /** A day that was written with its year and was moved: expected, until the new plan says so. */
  | { why: 'movedDay'; path: string; from: string; to: string }
  /** A number that the new document does not have yet. */
  | { why: 'number'; path: string; from: string }
  /** It still speaks of the old year, and stays as it is: nobody but the office knows what takes its place. */
  | { why: 'oldYear'; path: string; says: string }
  /** The plan itself says that it holds no longer than this day, which lies before the end of the new year. */
  | { why: 'ends'; path: string; on: string }
  /** It rests on law that has ended, or ends, before the campaign does. */
  | { why: 'law'; path: string; code: string; endsOn: string; successor: string | null }

/** Law that is no longer in force on the last day of the next campaign. */
export interface EndedLaw {
  code: string
  endsOn: string
  successor: string | null
}

export interface NextPlan {
  text: string
  toSee: readonly ToSee[]
}

/**
 * The plan file of another year, made from this one: comments, order and everything else stay as they are written. Days without a year move
 * by themselves; days with the old year move with it and are marked; numbers of documents that do not exist yet are «dự kiến»; nothing
 * is invented. The file says that it is a draft (`draftFrom`) until an officer takes that line out. Pure.
 *
 * `note` says in words why a place was changed: a comment beside it.
 */
export function nextPlan(
  text: string,
  { from, to, ended }: { from: number; to: number; ended: readonly EndedLaw[] },
  note: (seen: ToSee) => string,
): NextPlan {
  const toSee: ToSee[] = []
  const edits: Edit[] = []
  for (const { path, scalar } of scalarsOf(text)) {
    const place = path.join('.')
    const says = String(scalar.value)
    const change = changeOf(path, says, from, to)
    if (change) {
      const [start, end] = scalar.range ?? [0, 0]
      edits.push({ start, end, to: change.value, note: change.seen && note(change.seen) })
      if (change.seen) toSee.push(change.seen)
      continue
    }
    for (const { code, endsOn, successor } of ended)
      if (says.includes(code)) toSee.push({ why: 'law', path: place, code, endsOn, successor })
    if (path.at(-1) === 'validTo' && (campaignDate(says, to) ?? '9') < `${to}-12-31`)
      toSee.push({ why: 'ends', path: place, on: says })
    if (new RegExp(`\\b${from}\\b`).test(says)) toSee.push({ why: 'oldYear', path: place, says })
  }
  return { text: edited(text, edits, from), toSee }
}

/** A document that has still to be signed has no number yet. */
const expected = 'dự kiến'
const unnumbered: readonly string[] = ['identity.number', 'identity.parent.number']
/** Documents and validities of law keep their days whatever the campaign. */
const lasting: ReadonlySet<string> = new Set(['legalBases', 'generalLaw', 'commendation'])

interface Change {
  value: string
  seen: ToSee | null
}

function changeOf(path: readonly string[], says: string, from: number, to: number): Change | null {
  const place = path.join('.')
  if (place === 'year') return { value: String(to), seen: null }
  if (unnumbered.includes(place)) return { value: expected, seen: { why: 'number', path: place, from: says } }
  if (place === 'code' && !says.includes('{year}'))
    return { value: says.includes(String(from)) ? says.replace(String(from), String(to)) : `${says}-${to}`, seen: null }
  const moved = lasting.has(path[0] ?? '') ? null : movedDay(says, from, to)
  return moved === null ? null : { value: moved, seen: { why: 'movedDay', path: place, from: says, to: moved } }
}

/** «15/3/2024» in the year 2025: «15/3/2025»; the last of February stays the last. Null: it is no day of the old year. */
function movedDay(says: string, from: number, to: number): string | null {
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(says)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(says)
  const [day, month, year] = local ? local.slice(1).map(Number) : iso ? iso.slice(1).map(Number).toReversed() : []
  if (day === undefined || month === undefined || year !== from) return null
  const moved = Temporal.PlainDate.from({ year: to, month, day })
  return iso ? moved.toString() : `${moved.day}/${moved.month}/${to}`
}

interface Edit {
  start: number
  end: number
  to: string
  note: string | null
}

/** From the end to the beginning, so that places stay where they are. */
function edited(text: string, edits: readonly Edit[], from: number): string {
  let made = text
  for (const { start, end, to, note } of edits.toSorted((one, other) => other.start - one.start)) {
    const lineEnd = made.indexOf('\n', end) === -1 ? made.length : made.indexOf('\n', end)
    const rest = made.slice(end, lineEnd)
    made = `${made.slice(0, start)}${to}${rest}${note === null ? '' : ` # ${note}`}${made.slice(lineEnd)}`
  }
  return made.replace(/^draftFrom:.*\n/m, '').replace(/^year:/m, `draftFrom: ${from}\nyear:`)
}

/** Every value that is written in the file, with where it stands: `duties.D02.name`, by the code of a thing where it has one. */
function scalarsOf(text: string): { path: string[]; scalar: Scalar }[] {
  const found: { path: string[]; scalar: Scalar }[] = []
  const walk = (node: unknown, path: string[]): void => {
    if (isScalar(node)) found.push({ path, scalar: node })
    else if (isMap(node)) for (const { key, value } of node.items) walk(value, [...path, String(key)])
    else if (isSeq(node))
      for (const [index, item] of node.items.entries()) walk(item, [...path, codeIn(item) ?? String(index)])
  }
  walk(parseDocument(text).contents, [])
  return found
}

function codeIn(item: unknown): string | null {
  if (!isMap(item)) return null
  const code = item.get('code')
  return typeof code === 'string' ? code : null
}
