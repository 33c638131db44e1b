import { chooseOne } from '../choice.ts'
import { textOf } from '../clauses.ts'
import { affirmed } from '../contrast.ts'
import { isShiftedPeriod } from '../fields/elsewhen.ts'
import { type Option, says } from '../labels.ts'
import { type Line, readLine } from '../line.ts'
import { reading } from '../spans/span.ts'
import { withoutBullet } from '../text.ts'
import { type Token, tokenise } from '../tokens.ts'
import { isAllowed } from './beside-option.ts'
import { isLedTo } from './led-to.ts'
import { ENDS, isCoded, type Mention, mentionsIn } from './mentions.ts'
import { holdsNoOption } from './no-option.ts'
import { isEarlier } from './option-clauses.ts'
import { statesIn } from './state.ts'
import { isUndecided, ONE_AND_OTHER, WORDS_AT_MOST } from './undecided.ts'

type Words = readonly Token[]

/** The only option that a line names; not where something denies, doubts or compares it, or may choose another one. */
export function onlyMentioned(text: string, options: readonly Option[]): number | undefined {
  const typed = tokenise(withoutBullet(text).replace(/[\r\n]+/g, ' ; '))
  if (typed.length > WORDS_AT_MOST || isUndecided(text)) return undefined
  const meant = affirmed(typed, words => mentionsIn(words, options).map(() => ['option']))
  const line = readLine(textOf(meant))
  if (ONE_AND_OTHER.test(line.text)) return undefined
  const words = tokenise(line.text)
  if (/^(?:vì|bởi|tại)$/.test(words[0]?.text ?? '') || holdsNoOption(words, options)) return undefined
  const labels = withClauses(words, mentionsIn(words, options), options)
  const now = labels.filter(({ from }) => !isEarlier(clauseOf(words, from)))
  if (now.length === 0 && labels.length > 0) return undefined
  const all = labels.length > 0 ? now : statesIn(words, options)
  const mentions = all.length > 1 ? all.filter((_, at) => !isThen(line, words, all, at)) : all
  const [index, ...others] = new Set(mentions.map(one => one.index))
  if (
    index === undefined ||
    others.length > 0 ||
    all.some(({ from }) => EITHER.test(textOf(words.slice(Math.max(0, from - 2), from))))
  )
    return undefined
  if (isJoined(words, all, options) || (labels.length > 0 && !mentions.some(one => isLedTo(words, one))))
    return undefined
  return line.spans.every((_, at) => isAllowed(line, at, words, all, options.length)) ? index : undefined
}

/** «số 2 hay là mô hình nhỉ» */
const EITHER = /(?:^|\s)(?:mong|(?:hay|hoặc|hoac)(?: (?:là|la))?)$/iu

/** The words of the clause in which one stands. */
const clauseOf = (words: Words, at: number): Words => {
  const from = words.findLastIndex(({ text }, place) => place < at && ENDS.test(text)) + 1
  const to = words.findIndex(({ text }, place) => place > at && ENDS.test(text))
  return words.slice(from, to < 0 ? undefined : to)
}

/** «năm ngoái khá, năm nay tốt»: named of another time. */
function isThen({ spans, text }: Line, words: Words, mentions: readonly Mention[], at: number): boolean {
  const from = words[mentions[at - 1]?.to ?? 0]?.start ?? 0
  const to = words[mentions[at]?.from ?? 0]?.start ?? 0
  // «mỗi năm, giải pháp»: what closes another clause tells nothing of this one.
  const isOf = (start: number): boolean => {
    const place = words.findIndex(word => word.start >= start)
    const isOpening = place < 1 || ENDS.test(words[place - 1]?.text ?? '')
    return isOpening || !words.slice(place, mentions[at]?.from).some(({ text }) => ENDS.test(text))
  }
  const before = spans.filter(({ start, end }) => start >= from && end <= to && isOf(start))
  return before.some(span => {
    const period = reading(span, 'period')?.period
    return (
      (period !== undefined && isShiftedPeriod(period)) ||
      (reading(span, 'operator')?.operator === 'elsewhen' && !/hơn|bằng|như/.test(text.slice(from, to)))
    )
  })
}

/** What chooses one as a clause of its own, though it is no label: «cải cách bộ máy, tại …». */
function withClauses(words: Words, mentions: readonly Mention[], options: readonly Option[]): Mention[] {
  const found = [...mentions]
  for (let from = 0; from < words.length; ) {
    const end = words.findIndex(({ text }, at) => at >= from && ENDS.test(text))
    const to = end < 0 ? words.length : end
    const one =
      words[to]?.text === ':' ||
      isDashed(words, from) ||
      isCoded(words, to) ||
      mentions.some(mention => mention.from < to && mention.to > from)
        ? undefined
        : chooseOne(words.slice(from, to), options)
    const is =
      one === undefined || one.ok ? -1 : words.findLastIndex(({ text }, at) => at >= from && at < to && text === 'là')
    const named = is < 0 ? undefined : chooseOne(words.slice(is + 1, to), options)
    if (one?.ok) found.push({ from, to, index: one.value })
    // «lĩnh vực của sáng kiến là tổ chức bộ máy»
    if (named?.ok) found.push({ from: is + 1, to, index: named.value })
    from = to + 1
  }
  return found.toSorted((one, other) => one.from - other.from)
}

/** «-1», «1-2» */
const isDashed = (words: Words, at: number): boolean => words[at - 1]?.text === '-' && words[at]?.glued === true

/** «giải pháp công nghệ», «mô hình mới»: beside a label stands a word of another one. */
function isJoined(words: Words, mentions: readonly Mention[], options: readonly Option[]): boolean {
  return mentions.some(({ from, to, index }) =>
    [words[from - 1], words[to]].some(
      word =>
        word?.kind === 'word' &&
        says(word.text) &&
        options.some(
          ({ label }, other) =>
            other !== index &&
            tokenise(label).some(({ text }) => text === word.text) &&
            !tokenise(options[index]?.label ?? '').some(({ text }) => text === word.text),
        ),
    ),
  )
}
