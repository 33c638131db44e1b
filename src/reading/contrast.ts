import { type Cut, place, STANDS, type Things, type Words } from './corrections/cut.ts'
import { andNot, indeed, isWrong, notBut } from './corrections/denied.ts'
import { because, changed, grown } from './corrections/growth.ts'
import { edited, putOff, remark, rethought, SET, SLIP, saidWrong, slip, turnedOut } from './corrections/slips.ts'
import { request, withdrawn } from './corrections/withdrawn.ts'
import type { Token } from './tokens.ts'

export type { Things } from './corrections/cut.ts'

/** What is longer is a text. */
const WORDS_AT_MOST = 200
/** Without one of these nothing is taken back. */
const MARKED =
  /^(?:phai|thay|nham|lon|quen|khong|chinh|sua|doi|dung|sai|tu|tang|giam|them|tut|rot|sut|leo|vot|nang|phan|du|muc|tieu|hon|quyet|co|se|moi|chi|do|vi|boi|nguyen|ly|li|a|ay|o|y|lui|hoan|chuyen|bo|tron|sot|thuc|that|hoa|te|thanh)$/

/** A part of a line, and whether the line takes it back. */
export interface Stretch {
  readonly words: Words
  readonly isDenied: boolean
}

/**
 * A line in stretches, those that it takes back marked: «15 chứ không phải 12», «không phải 12 mà là 15», «12 nhầm 15», «13, hôm trước ghi 12 là
 * sai», «tăng từ 12 lên 15», «tăng 3, đạt 15». Only where what is taken back is one thing and exactly one thing of its kind takes its
 * place; every other correction is left in the line, for the question to ask about.
 */
export function stretches(line: Words, things: Things): readonly Stretch[] {
  if (line.length > WORDS_AT_MOST || !line.some(({ folded }) => MARKED.test(folded)))
    return [{ words: line, isDenied: false }]
  let kept = line
  for (let cut = cutIn(kept, things); cut !== undefined; cut = cutIn(kept, things))
    kept = [...kept.slice(0, cut.from), ...kept.slice(cut.to)]
  if (kept === line) return [{ words: line, isDenied: false }]
  const stays = new Set(kept)
  const found: { words: Token[]; isDenied: boolean }[] = []
  for (const token of line) {
    const isDenied = !stays.has(token)
    if (found.at(-1)?.isDenied === isDenied) found.at(-1)?.words.push(token)
    else found.push({ words: [token], isDenied })
  }
  return found
}

/** What is left of a line; the same list where nothing is taken back. */
export function affirmed(line: Words, things: Things): Words {
  const found = stretches(line, things)
  return found.length === 1 ? line : found.flatMap(({ words, isDenied }) => (isDenied ? [] : words))
}

/** Whether what a line puts right may have been said before it: «nhầm, 15», «15 chứ không phải 12»; not «12 à nhầm 15». */
export function correctsEarlier(line: Words): boolean {
  const mark = place(line, SET) ?? place(line, SLIP)
  const isFirst = mark !== undefined && line.slice(0, mark.at).every(({ kind }) => kind === 'word') && mark.at < 4
  return isFirst || [andNot, notBut, indeed, saidWrong, turnedOut].some(find => find(line, ANYTHING) !== undefined)
}

/** Whatever it is that was said. */
const ANYTHING: Things = () => [['number']]

const cutIn = (line: Words, things: Things): Cut | undefined =>
  [
    remark,
    edited,
    request,
    withdrawn,
    andNot,
    saidWrong,
    turnedOut,
    notBut,
    isWrong,
    indeed,
    slip,
    putOff,
    rethought,
    grown,
    changed,
    because,
  ]
    .map(find => find(line, things))
    .find(cut => cut !== undefined && holds(cut, things))

function holds({ old, instead, isGrowth, isBeside }: Cut, things: Things): boolean {
  if (isBeside) return true
  const replacing = things(instead)
  if (old === undefined)
    return replacing.length === 1 || replacing.filter(kinds => !kinds.every(kind => STANDS.test(kind))).length === 1
  const [taken, ...others] = things(old)
  if (taken === undefined || others.length > 0) return false
  return (
    replacing.filter(kinds => kinds.some(kind => taken.includes(kind) && !(isGrowth && STANDS.test(kind)))).length === 1
  )
}
