import { foldedInPlace } from '../../../reading/folded-in-place.ts'
import { elsewhere } from './elsewhere.ts'
import { type Found, findRow } from './find-row.ts'
import type { Dossier, Known } from './known.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** What one line of a paste is: a value for a row, or a line that is kept as it is, with why (`dossier.unread.<why>`). */
export type PastedLine =
  | { is: 'value'; topic: string; typed: string; reason: string }
  | { is: 'unread'; line: string; why: string; names: string }

/** Longest paste that is read; the rest is told. */
const mostSegments = 200

/**
 * The lines of a paste. Nothing is guessed: a line that names no target, several, another period or another unit is kept and told.
 * A heading («Quý II:», «Phường …:») holds for what stands under it. Pure, total.
 */
export function readPaste(text: string, dossier: Dossier): PastedLine[] {
  const segments = segmentsOf(text)
  let heading: 'period' | 'unit' | null = null
  const read: PastedLine[] = []
  for (const segment of segments.slice(0, mostSegments)) {
    const found = findRow(segment.text, dossier)
    // The names of targets hold words of periods, too.
    const place = elsewhere(found.is === 'target' ? found.rest : segment.text, dossier)
    if (found.is === 'none' && place && !hasFigure(segment.text, dossier)) {
      heading = place.is === 'here' ? null : place.is
      continue
    }
    if (found.is === 'none' && isHeading(segment)) continue
    read.push(...lineOf(segment, found, place?.is === 'here' ? null : (place?.is ?? heading), dossier))
  }
  if (segments.length > mostSegments)
    read.push({ is: 'unread', line: segments[mostSegments]?.text ?? '', why: 'tooMany', names: '' })
  return read
}

function lineOf(segment: Segment, found: Found, away: 'period' | 'unit' | null, dossier: Dossier): PastedLine[] {
  const unread = (why: string, names = ''): PastedLine[] => [
    { is: 'unread', line: segment.text.slice(0, 300), why, names },
  ]
  if (away) return unread(away === 'period' ? 'otherPeriod' : 'otherUnit')
  if (found.is === 'none') return unread('noTarget')
  if (found.is === 'several') {
    const parts = segment.cells ? [] : segment.text.split(/,(?=\s)/)
    const each = parts.map(part => findRow(part, dossier))
    if (parts.length > 1 && each.every(one => one.is === 'target'))
      return parts.flatMap((part, at) => lineOf({ text: part, cells: null }, each[at] ?? found, null, dossier))
    return unread('several', found.known.map(({ name }) => name).join('; '))
  }
  const { known } = found
  if (!known.row) return unread(known.why ?? 'noTarget', known.name)
  const typed = segment.cells ? fromCells(segment.cells, known) : found.rest
  if (typed === null) return unread('severalCells', known.name)
  const [figure, reason] = withReason(typed, known)
  if (figure === '') return unread('noValue', known.name)
  return [{ is: 'value', topic: known.row.topic, typed: figure, reason }]
}

/** Of a row of a table: the cells that are no number of the list, no code and no name. Two numbers are part and whole. */
function fromCells(cells: readonly string[], known: Known): string | null {
  const names = known.name.split('; ').map(name => foldedInPlace(name))
  const values = cells.filter((cell, at) => {
    if (cell === '') return false
    if (at === 0 && /^\d{1,3}[.)]?$/.test(cell) && cells.filter(one => one !== '').length > 2) return false
    const folded = foldedInPlace(cell)
    return !names.some(name => folded.includes(name)) && !known.codes.some(code => folded === code.toLowerCase())
  })
  if (values.length === 0) return ''
  const [one = '', other] = values
  if (other === undefined) return one
  const areNumbers = values.every(value => /^\d[\d.]*$/.test(value))
  if (values.length === 2 && areNumbers && (known.row?.kind === 'percent' || known.row?.kind === 'money'))
    return `${one}/${other}`
  return values.length === 2 && /\p{L}{3}/u.test(other) && /^[\d/. ]+$/.test(one) ? `${one} lý do: ${other}` : null
}

/** «15/20 lý do: lần trước ghi nhầm» */
function withReason(typed: string, { row }: Known): [string, string] {
  if (row?.kind === 'text') return [typed, '']
  const match = /[\s,.(–-]*(?:lý do|lí do|ly do|vì|do)(?:\s*[:：]\s*|\s+)(.{3,})$/iu.exec(typed)
  if (!match || match.index === 0) return [typed, '']
  return [typed.slice(0, match.index).trim(), (match[1] ?? '').replace(/\)$/, '').trim()]
}

function hasFigure(text: string, { period }: Dossier): boolean {
  // «Quý I/2024», «năm 2024» hold figures that belong to the period.
  const bare = text
    .replace(/(?:quý|quy|tháng|thang|năm|nam|ngày|ngay)\s*[\divx/.-]+/giu, '')
    .replaceAll(period.slice(0, 4), '')
  return /\d/.test(bare)
}

/** «STT  Chỉ tiêu  Kết quả» and greetings above the rows say nothing. */
function isHeading({ text }: Segment): boolean {
  return (
    !/\d/.test(text) &&
    /^(?:stt|tt|chi tieu|ten chi tieu|noi dung|kinh gui|kinh chao|bao cao|so lieu|xin gui|em gui|don vi|ket qua)\b/.test(
      foldedInPlace(text),
    )
  )
}
