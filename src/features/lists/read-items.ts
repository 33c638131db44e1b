import type { Temporal } from 'temporal-polyfill'
import type { TargetList } from '../../campaign/target.ts'
import { readDate } from '../../reading/date.ts'
import { foldedInPlace } from '../../reading/folded-in-place.ts'
import { fold, normalise } from '../../reading/text.ts'
import type { Item, Listed, Unread } from './item.ts'

/** The columns that a list has. */
export type Columns = Pick<TargetList, 'receivedOn' | 'dueOn' | 'result'>

interface Reading {
  columns: Columns
  today: Temporal.PlainDate
}

/** Longest list, and longest text of an item, in characters. */
export const mostItems = 500
export const longestItem = 500

type Parts = Partial<Omit<Item, 'n'>>
type Read = { ok: true; items: readonly Item[] } | { ok: false; why: string }

/**
 * Reads lines for a list: new items («1. Rà soát quyết định 05, nhận 1/4, hạn 15/5, xong 10/5»), a row of a table, or what happened to those
 * there are («xong 3 10/5», «chưa xong 2», «sửa 2: hạn 20/5», «xóa 4», «không phát sinh»). An item that is named again is the same one.
 * Nothing is guessed: a line that is not understood is given back with why. Pure, total.
 */
export function readItems(typed: string, present: readonly Item[], reading: Reading): Listed {
  const unread: Unread[] = []
  let items = present
  for (const line of linesOf(typed)) {
    const read = readLine(line, items, reading)
    if (read.ok) items = read.items
    else unread.push({ line: line.slice(0, 300), why: read.why })
  }
  return { items: [...items], unread }
}

function linesOf(typed: string): string[] {
  return typed
    .normalize('NFC')
    .split(/\r\n|\r|\n|\u2028|\u2029/)
    .flatMap(line => (line.includes('\t') ? [line] : line.split(/[;；]/)))
    .map(line => (line.includes('\t') ? line : normalise(line)))
    .filter(line => /[\p{L}\p{N}]/u.test(line))
}

const called = '(?:(?:viec|so|muc|dong|kien nghi|nhiem vu|van ban)\\s+(?:so\\s+)?)?'
const numbers = '(\\d{1,3}(?:(?:\\s*,\\s*|\\s+va\\s+|\\s+)\\d{1,3}(?![\\d/.-]))*)(?![\\d/.-]\\d)'
const finished =
  '(?:da xong|xong roi|xong|da hoan thanh|hoan thanh|da xu ly xong|da xu ly|xu ly xong|da giai quyet|lam xong)'
const commands = {
  done: [
    new RegExp(`^${finished}\\s+${called}${numbers}(.*)$`),
    new RegExp(`^${called}${numbers}\\s*[:.)-]?\\s+${finished}(.*)$`),
  ],
  undone: [
    new RegExp(`^chua (?:xong|hoan thanh|xu ly)\\s+${called}${numbers}()$`),
    new RegExp(`^${called}${numbers}\\s*[:.)-]?\\s+chua (?:xong|hoan thanh|xu ly)()$`),
  ],
  strike: [new RegExp(`^(?:xoa|bo|xoa bo)\\s+${called}${numbers}()$`)],
  edit: [new RegExp(`^(?:sua|sua lai|cap nhat)\\s+${called}(\\d{1,3})(?:\\s*[:.)-]\\s*|\\s+)(.+)$`)],
} as const

function readLine(line: string, items: readonly Item[], reading: Reading): Read {
  const folded = foldedInPlace(line).trimEnd()
  if (/^(?:khong phat sinh|khong co(?: kien nghi| nhiem vu| van ban| viec)?(?: nao)?)[.!]?$/.test(folded))
    return items.length === 0 ? { ok: true, items } : { ok: false, why: 'notEmpty' }
  for (const [does, patterns] of Object.entries(commands)) {
    const match = patterns.map(pattern => pattern.exec(folded)).find(one => one !== null)
    if (!match) continue
    const wanted = (match[1] ?? '').match(/\d+/g)?.map(Number) ?? []
    if (wanted.some(n => !items.some(one => one.n === n))) return { ok: false, why: 'noItem' }
    const rest = line.slice(line.length - (match[2] ?? '').length)
    return onItems(does, wanted, rest, items, reading)
  }
  return line.includes('\t') ? tableRow(line, items, reading) : newItem(line, items, reading)
}

function onItems(
  does: string,
  wanted: readonly number[],
  rest: string,
  items: readonly Item[],
  reading: Reading,
): Read {
  const isWanted = ({ n }: Item) => wanted.includes(n)
  const today = reading.today.toString()
  switch (does) {
    case 'strike':
      return { ok: true, items: items.filter(one => !isWanted(one)) }
    case 'undone':
      return { ok: true, items: items.map(one => (isWanted(one) ? { ...one, doneOn: null } : one)) }
    case 'done': {
      const { left, result } = withResult(rest)
      const day = left === '' ? today : dayIn(left.replace(/^(?:vào\s+)?(?:ngày\s+)?/iu, ''), reading.today)
      if (day === null) return { ok: false, why: 'day' }
      return changed(items, isWanted, { doneOn: day, ...(result === '' ? {} : { result }) }, today)
    }
    default: {
      const parts = partsOf(rest, reading)
      if ('why' in parts) return { ok: false, why: parts.why }
      const { text, ...others } = parts
      return changed(items, isWanted, text ? { ...others, text } : others, today)
    }
  }
}

function newItem(line: string, items: readonly Item[], reading: Reading): Read {
  const bare = line.replace(
    /^(?:\s*(?:thêm|them)\s+(?:(?:việc|viec|nhiệm vụ|kiến nghị|văn bản)\b\s*)?[:.-]?)?\s*(?:\d{1,3}\s*[.)]\s*|[-–•*+]\s*)?/iu,
    '',
  )
  const parts = partsOf(bare, reading)
  return 'why' in parts ? { ok: false, why: parts.why } : added(items, parts, reading)
}

/** «1 → Rà soát … → 1/4/2024 → 15/5/2024 → 10/5/2024 → kết quả»: in the order of the columns that the list has. */
function tableRow(line: string, items: readonly Item[], reading: Reading): Read {
  const cells = line.split('\t').map(cell => normalise(cell))
  const [first = '', ...others] = /^\d{0,3}[.)]?$/.test(cells[0] ?? '') ? cells.slice(1) : cells
  const { receivedOn, dueOn, result } = reading.columns
  const names = [...(receivedOn === null ? [] : ['receivedOn']), ...(dueOn === null ? [] : ['dueOn']), 'doneOn']
  const parts: Record<string, string | null> = { text: first }
  for (const [at, name] of names.entries()) {
    const cell = others[at] ?? ''
    if (cell === '' || /^(?:chua|chua xong|-|khong)$/.test(fold(cell))) continue
    const day = dayIn(cell, reading.today)
    if (day === null) return { ok: false, why: 'day' }
    parts[name] = day
  }
  if (result !== null) parts.result = others[names.length] ?? ''
  return added(items, parts, reading)
}

/** A new item; one that is named again by the same words is the same one, with what is said of it now. */
function added(items: readonly Item[], { text = '', ...parts }: Parts, { today }: Reading): Read {
  if (!/\p{L}{2}/u.test(text)) return { ok: false, why: 'noText' }
  if ([...text].length > longestItem) return { ok: false, why: 'tooLong' }
  const same = items.find(one => fold(one.text) === fold(text))
  if (same) return changed(items, one => one === same, parts, today.toString())
  if (items.length >= mostItems) return { ok: false, why: 'tooMany' }
  const n = Math.max(0, ...items.map(one => one.n)) + 1
  const fresh: Item = { n, text, receivedOn: null, dueOn: null, doneOn: null, result: '', ...parts }
  const why = whyNot(fresh, today.toString())
  return why === null ? { ok: true, items: [...items, fresh] } : { ok: false, why }
}

function changed(items: readonly Item[], isMeant: (item: Item) => boolean, parts: Parts, today: string): Read {
  const next = items.map(one => (isMeant(one) ? { ...one, ...parts } : one))
  const why = next
    .filter((_, at) => items[at] && isMeant(items[at]))
    .map(one => whyNot(one, today))
    .find(one => one !== null)
  return why === undefined ? { ok: true, items: next } : { ok: false, why }
}

/** Days that cannot be. */
export function whyNot({ receivedOn, dueOn, doneOn }: Item, today: string): string | null {
  if ((doneOn ?? '') > today || (receivedOn ?? '') > today) return 'inFuture'
  if (receivedOn !== null && doneOn !== null && doneOn < receivedOn) return 'doneBefore'
  return receivedOn !== null && dueOn !== null && dueOn < receivedOn ? 'dueBefore' : null
}

const someDay = '(\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?(?![\\d/])|hom nay|hom qua)'
const days = {
  receivedOn: new RegExp(
    `(?<![\\p{L}])(?:ngay nhan|nhan|tiep nhan|ngay giao|duoc giao|giao)\\s*:?\\s*(?:ngay\\s+)?${someDay}`,
    'u',
  ),
  dueOn: new RegExp(
    `(?<![\\p{L}])(?:thoi han(?: xu ly)?|han(?: xu ly| cuoi| chot)?|truoc|cham nhat|xong truoc)\\s*:?\\s*(?:la\\s+|den\\s+|truoc\\s+|het\\s+)*(?:ngay\\s+)?${someDay}`,
    'u',
  ),
  doneOn: new RegExp(
    `(?<![\\p{L}])(?:${finished}|ngay xu ly|ngay hoan thanh|ngay xong|xu ly)\\s*:?\\s*(?:vao\\s+)?(?:ngay\\s+)?${someDay}`,
    'u',
  ),
}

/** What a line says of an item: its days behind their words, its result, and what is left as its text. */
function partsOf(line: string, { columns, today }: Reading): Parts | { why: string } {
  const { left, result } = withResult(line)
  let rest = left
  const parts: Parts = {}
  for (const name of ['receivedOn', 'dueOn', 'doneOn'] as const) {
    const match = days[name].exec(foldedInPlace(rest))
    if (!match || (name !== 'doneOn' && columns[name] === null)) continue
    const day = dayIn(
      rest.slice(match.index + match[0].length - (match[1] ?? '').length, match.index + match[0].length),
      today,
    )
    if (day === null) return { why: 'day' }
    parts[name] = day
    rest = `${rest.slice(0, match.index)},${rest.slice(match.index + match[0].length)}`
  }
  const isDone = /[\s,–-]+(?:đã xong|xong rồi|xong|đã hoàn thành|da xong|xong roi|da hoan thanh)[\s.]*$/iu
  const isOpen = /[\s,–-]+(?:chưa xong|chưa hoàn thành|chưa xử lý|chua xong|chua hoan thanh|chua xu ly)[\s.]*$/iu
  if (isOpen.test(rest)) {
    parts.doneOn = null
    rest = rest.replace(isOpen, '')
  } else if (parts.doneOn === undefined && isDone.test(rest)) {
    parts.doneOn = today.toString()
    rest = rest.replace(isDone, '')
  }
  const text = rest
    .replace(/\(\s*[,\s]*\)/g, '')
    .replace(/(?:\s*[,–|-]+\s*)+$/u, '')
    .replace(/\s*,(?:\s*,)+\s*/g, ', ')
    .replace(/^[\s,:–-]+|[\s,:–.]+$/gu, '')
  return { ...parts, ...(text === '' ? {} : { text }), ...(result === '' ? {} : { result }) }
}

function withResult(line: string): { left: string; result: string } {
  const match = /[\s,.–(-]*(?:kết quả|ket qua)\s*[:：]\s*(.+)$/iu.exec(line)
  const cut = match ? line.slice(0, match.index) : line
  return { left: cut.replace(/^[\s,:–-]+|[\s,:–]+$/gu, ''), result: (match?.[1] ?? '').trim().slice(0, longestItem) }
}

/** A day, said for certain; one without a year lies in this one. */
export function dayIn(text: string, today: Temporal.PlainDate): string | null {
  const read = readDate(text, { today, campaignYear: today.year })
  return read.ok ? read.value : null
}
