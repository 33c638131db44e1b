import { chooseOne, readChoice } from './choice.ts'
import { clausesOf, isAside, isWhenOrCounted, saysNothing, textOf } from './clauses.ts'
import { holdsLabel, labelWords, matching, type Option } from './labels.ts'
import { type Reading, read } from './result.ts'
import { writtenOut } from './short-forms.ts'
import { MAX_SHORT_ANSWER, withoutBullet } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

type Words = readonly Token[]

/**
 * One of the options as `readChoice` gives it, or in one clause of a line whose other clauses say nothing of it: «Kính gửi Phòng Nội vụ, báo in,
 * em đã gửi file». A label of several words may stand among others in its clause.
 */
export function readChosen(text: string, options: readonly Option[]): Reading<number> {
  const alone = readChoice(text, options)
  if (alone.ok || text.length > MAX_SHORT_ANSWER) return alone
  const tokens = tokenise(withoutBullet(text).replace(/[\r\n]+/g, ' ; '))
  const index = (/\d/.test(text) ? [true, false] : [false])
    .map(keepsNumbers => {
      const clauses = clausesOf(tokens, keepsNumbers)
      return inOneClause(clauses, options) ?? amongWords(clauses, options)
    })
    .find(found => found !== undefined)
  return index === undefined ? alone : read(index, false)
}

/** «khá; em lấy từ sổ theo dõi» */
function inOneClause(clauses: readonly Words[], options: readonly Option[]): number | undefined {
  const said = clauses.map(words => ({ words, found: chooseIn(words, options) }))
  const chosen = [...new Set(said.flatMap(({ found }) => (found.ok ? [found.value] : [])))]
  const [only] = chosen
  if (chosen.length !== 1) return undefined
  const others = said.filter(({ found }) => !found.ok).map(({ words }) => words)
  return others.every(words => isAside(words, isWhenOrCounted) && heldBy(words, options).every(index => index === only))
    ? only
    : undefined
}

/** «bên em xin chọn khá», «kính gửi phòng nội vụ 3. khá»: a word that chooses, or a number, opens the answer within its clause. */
function chooseIn(words: Words, options: readonly Option[]): Reading<number> {
  const whole = chooseOne(words, options)
  if (whole.ok) return whole
  const at = words.findIndex(
    ({ text, kind }, place) =>
      place > 0 && ((kind === 'number' && /^[.)–-]$/.test(words[place + 1]?.text ?? '')) || CHOOSES.test(text)),
  )
  const within = at < 0 ? whole : chooseOne(words.slice(at), options)
  return within.ok && saysNothing(words.slice(0, at), isWhenOrCounted) ? within : whole
}

const CHOOSES = /^(?:chọn|loại|lấy|ý|mục|số|ô|phương|đáp|đánh|mức)$/

/** «phát thanh có biên bản», «chào trợ lý 3. phát thanh»: the only label that stands in the line. */
function amongWords(clauses: readonly Words[], options: readonly Option[]): number | undefined {
  const found = [...new Set(clauses.flatMap(words => named(words, options)))]
  const [index] = found
  if (index === undefined || found.length > 1) return undefined
  // «trung bình khá»
  const isRest = (words: Words, label: number) =>
    saysNothing(words, isWhenOrCounted) && heldBy(words, options).every(other => other === label)
  const isBeside = (words: Words) =>
    named(words, options).length > 0
      ? isRest(withoutLabel(words, options[index], index), index)
      : isAside(words, isWhenOrCounted) && heldBy(words, options).every(other => other === index)
  return clauses.every(isBeside) ? index : undefined
}

/** Options of several words whose label stands in these. */
const named = (words: Words, options: readonly Option[]): number[] =>
  matching(options, name => name.includes(' ') && writtenOut(words).some(line => holdsLabel(line, name)))

/** Options whose label stands in these words, of one word or of several. */
const heldBy = (words: Words, options: readonly Option[]): number[] =>
  matching(options, name => name.length > 2 && writtenOut(words).some(line => holdsLabel(line, name)))

/** What is left of a clause beside the label and its number; a number of another option stays. */
function withoutLabel(words: Words, option: Option | undefined, index: number): Words {
  if (option === undefined) return words
  const label = labelWords(option.label)
  const from = words.findIndex((_, at) =>
    holdsLabel(textOf(words.slice(at, at + label)).toLowerCase(), option.label.toLowerCase()),
  )
  if (from < 0) return words
  const before = words.slice(0, from)
  const numbered = before.findIndex(({ text }, at) => text === String(index + 1) && at >= before.length - 2)
  return [...(numbered < 0 ? before : before.slice(0, numbered)), ...words.slice(from + label)]
}
