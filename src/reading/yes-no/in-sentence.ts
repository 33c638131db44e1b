import { isAside, textOf } from '../clauses.ts'
import { ask, type Reading, read } from '../result.ts'
import { PUTS_OFF } from '../spans/operators.ts'
import { fold } from '../text.ts'
import { orBare } from '../without-accents.ts'
import { answerIn, isThen, speaksAgainst } from './against.ts'
import { agreement } from './agreement.ts'
import { asMeant } from './as-meant.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { type Said, says, type Words } from './says.ts'
import { isTakenBack, isWithoutTrouble } from './stands-by.ts'

interface Judged extends Clause {
  readonly answer: boolean | undefined
  /** Says something of yes and no, or of doubt, without being an answer. */
  readonly isOpen: boolean
}

/**
 * A sentence of several clauses: the first that answers decides («Rồi anh, văn bản đi số 214», «hội đồng chưa họp nên chưa công nhận»), the others
 * explain it. Asked where one of them speaks against it; undefined where none answers.
 */
export function inSentence(text: string): Reading<boolean> | undefined {
  if (putsOff(text) || /\?/.test(text)) return undefined
  const all = clausesOf(text)
  const clauses = all.length < 2 ? [] : settled(all.map(judged))
  const at = decidingAt(clauses)
  const head = clauses[at]
  if (head?.answer === undefined) return undefined
  const { answer } = head
  const isClear =
    (answer || !isThen(head.words)) &&
    clauses.slice(0, at).every(clause => isBefore(clause, answer)) &&
    clauses.every((clause, place) => place <= at || isOfThen(clauses, place) || !speaksAgainst(clause, answer))
  return isClear ? read(answer, false) : ask('unsure')
}

const putsOff = orBare(PUTS_OFF)

/** «lần trước chưa có dấu nên bị trả»: what came of it then. */
const isOfThen = (clauses: readonly Clause[], at: number): boolean =>
  clauses[at]?.link === 'so' && isThen(clauses[at - 1]?.words ?? [])

function judged(clause: Clause): Judged {
  if (isRhetorical(textOf(clause.words))) return { ...clause, answer: undefined, isOpen: false }
  const plain = agreement(textOf(clause.words)) ?? answerIn(clause.words)
  const reading = plain.ok ? plain : answerIn(asMeant(clause.words))
  const answer = reading.ok ? reading.value : undefined
  return { ...clause, answer, isOpen: !reading.ok && reading.kind === 'ask' }
}

/**
 * «tuần trước tôi báo chưa nhưng hôm nay có rồi», «năm ngoái chưa, năm nay có rồi», «tuy khó nhưng xong rồi»: what was, or is granted, is left out
 * where what is now answers.
 */
function settled(clauses: readonly Judged[]): readonly Judged[] {
  return clauses.flatMap((clause, at) => {
    const [before, after] = [clauses[at - 1], clauses[at + 1]]
    if (after !== undefined && isLeftFor(clause, after)) return []
    const isLeft = before !== undefined && isLeftFor(before, clause)
    return isLeft && clause.link === 'but' ? [{ ...clause, link: 'next' }] : [clause]
  })
}

const isLeftFor = (clause: Judged, next: Judged): boolean =>
  next.answer !== undefined &&
  (clause.link === 'although'
    ? !saysEither(clause.words)
    : (isThen(clause.words) || OF_A_YEAR.test(textOf(clause.words))) && OF_NOW.test(fold(textOf(next.words))))

/** «năm 2023 có nhưng năm nay không» */
const OF_A_YEAR = /^(?:năm|nam) (?:19|20)\d\d (?:thì |thi )?\S+(?: \S+)?$/iu
const OF_NOW =
  /^(?:den |tu )?(?:(?:hom qua|hom kia|tuan truoc|thang truoc|dau nam|dau thang|thang \d+|ngay \d+\S*)(?= )|hom nay|nay|gio|bay gio|hien|nam nay|thang nay|tuan nay|quy nay|ky nay)(?:\s|$)/

/** The first answer; of «A nên B» that is B where A only tells of a thing there is. */
function decidingAt(clauses: readonly Judged[]): number {
  const first = clauses.findIndex(({ answer, link }) => answer !== undefined && link !== 'because' && link !== 'but')
  const next = clauses[first + 1]
  const isCause = clauses[first]?.answer === true && next?.link === 'so' && isObstacle(clauses[first]?.words ?? [])
  return isCause && next.answer !== undefined ? first + 1 : first
}

/** «có khó khăn về kinh phí nên …»: what stood in the way. «có phần mềm nên không …» may itself be the answer. */
const isObstacle = (words: Words): boolean =>
  /^(?:\S+ ){0,4}có (?:\S+ ){0,2}(?:khó khăn|vướng|vướng mắc|trở ngại|trục trặc|sự cố|lỗi|thay đổi|biến động)(?:\s|$)/iu.test(
    textOf(words),
  )

/** What stands before the answer may name what it is about, or cause it; it says neither yes nor no itself. */
function isBefore({ words, isOpen, answer, link }: Judged, value: boolean): boolean {
  if (isRhetorical(textOf(words))) return value
  if (isTakenBack(words) || ANNOUNCES.test(textOf(words)) || (value && isWithoutTrouble(words))) return true
  if (link === 'because' && !says(words, []).includes('doubt')) return true
  if (answer !== undefined) return answer === value || isObstacle(words)
  const said = says(words, [])
  // «máy hỏng nên chưa quét được»
  if (!isOpen || said.every(say => say === 'unknown' || say === 'filler')) return true
  const against: readonly Said[] = value ? ['no', 'later', 'doubt'] : ['yes', 'done', 'doubt']
  return isAside(words) && !said.some(say => against.includes(say))
}

/** «sao lại không, có chứ» */
const isRhetorical = orBare(
  /^(?:(?:ô|ơ|ủa|dạ|ơ hay|ô hay) )*(?:sao|làm sao)(?: mà)? (?:lại )?(?:không|chưa)(?: (?:có|được|chứ|hả|em|anh|chị))*$/iu,
)

/** «Sửa lại: có ạ» */
const ANNOUNCES =
  /^(?:(?:em|tôi|xin|đơn vị) )*(?:sửa lại|đính chính|báo lại|trả lời lại|chốt lại|sửa|đổi|đổi lại)(?: là| thành| như sau)?$/iu

const saysEither = (words: Words): boolean => says(words, []).some(say => /^(?:yes|no|done)$/.test(say))
