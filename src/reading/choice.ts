import { affirmed } from './contrast.ts'
import { withoutCourtesy } from './courtesy.ts'
import { isOtherFact } from './fields/other-facts.ts'
import { isNumeral } from './fields/survey.ts'
import { Lexicon } from './lexicon.ts'
import { readLine } from './line.ts'
import { onlyWhole } from './numerals/decimal.ts'
import { readCoefficient } from './numerals/words.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { writtenOut } from './short-forms.ts'
import { withoutKeys } from './telex.ts'
import { accentsWithin, fold, MAX_SHORT_ANSWER } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

export interface Option {
  readonly label: string
  readonly aliases?: readonly string[]
}

const LEAD = new Lexicon([
  // «chỉ tiêu 7» names a target, not the seventh line.
  [false, 'chỉ tiêu'],
  [
    true,
    'thuộc|thuộc lĩnh vực|đây là|số|câu|chọn|phương án|mục|ý|đáp án|lựa chọn|cái|thứ|là|option|em chọn|tôi chọn|loại|dòng|phím|#|(|lĩnh vực|chọn số|chọn câu|lv|ý em là|ý em|ý tôi là|ý tôi|cái số|chỉ|chỉ có|chỉ chọn',
  ],
])
const DOUBT = new Lexicon([
  [true, 'chắc|có lẽ|hình như|có thể|hay|hoặc|không phải|trừ|không|ko|k|khoảng|tầm|chưa|nghĩ'],
])

/** The first and the last, however many there are. */
const ENDS = new Lexicon<'first' | 'last'>([
  ['first', 'đầu tiên|đầu|trên cùng'],
  ['last', 'cuối cùng|cuối|sau cùng|dưới cùng|chót'],
])
/** What may stand behind a label and only describe it: «giải pháp của phường», «cách làm hay, sáng tạo». */
const DESCRIBES = new Lexicon([[true, ',|(|–|-|của|cho|về|trong|ở|tại|nhằm|do|thành phố|tp']])

/** No part of a label has more words. */
const WORDS_AT_MOST = 24

/** One of the options, by number, «số 2», label, alias, or the start of one label; the value is the index from 0. */
export function readChoice(text: string, options: readonly Option[]): Reading<number> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const meantText = withoutKeys(text)
  const typed = tokenise(meantText)
  // «sáng kiến chứ không phải giải pháp»: what is taken back has to be one of the options too.
  const meant = affirmed(typed, words => {
    const found = words.length > WORDS_AT_MOST ? undefined : chooseOne(withoutInsisting(words), options)
    return found?.ok ? [['option']] : []
  })
  const reading = chooseOne(withoutInsisting(meant), options)
  return reading.ok && (meant !== typed || meantText !== text) ? read(reading.value, false) : reading
}

/** «xuất sắc cơ» */
const withoutInsisting = (words: readonly Token[]): readonly Token[] =>
  words.length > 1 && words.at(-1)?.text === 'cơ' ? words.slice(0, -1) : words

/** One of the options by its label, a part of it or an alias, accents compared as accents; no numbers: these options are not numbered. */
export function readNamed(text: string, options: readonly Option[]): Reading<number> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const typed = tokenise(text)
  const tokens = withoutCourtesy(typed)
  if (tokens.length === 0) return invalid('empty')
  // «Chi hội …», «Thành …»: courtesy is taken off only where the words as typed are nowhere.
  for (const words of [typed, tokens, withoutWhere(tokens)]) {
    const byLabel = wholeLabel(words, options)
    if (byLabel.length > 0) return oneOf(byLabel, words === typed)
    const council = councilOf(words, options)
    if (council !== undefined) return read(council, false)
    const found = words.length > WORDS_AT_MOST ? undefined : inLabels(writtenOut(words), options)
    if (found?.ok) return found
  }
  const meant = withoutWhere(tokens)
  const known = byStart(meant, options)
  const [only, ...others] = known.ok ? [] : inOrder(meant, options)
  return only === undefined || others.length > 0 ? known : read(only, false)
}

/** «ở phường Nam Khê»: where somebody belongs. */
function withoutWhere(tokens: readonly Token[]): readonly Token[] {
  const lead = WHERE.find(tokens, 0)
  return lead && lead.length < tokens.length ? tokens.slice(lead.length) : tokens
}

const WHERE = new Lexicon([
  [
    true,
    'ở|bên|tại|thuộc|ở bên|làm ở|làm tại|công tác tại|công tác ở|làm việc tại|đơn vị là|đơn vị em là|cơ quan là|đơn vị em ở',
  ],
])

/** «p. Vàng Danh»: a ward that is called by its name and no more is its People's Committee. */
function councilOf(tokens: readonly Token[], options: readonly Option[]): number | undefined {
  const lines = writtenOut(tokens).filter(line => line.includes(' '))
  const found = matching(options, name =>
    lines.some(line => {
      if (!/^(?:phường|phuong|xã|xa|thị trấn|thi tran) \S/.test(line))
        return (
          !/^(?:phuong|xa|thi tran) /.test(fold(line)) &&
          PLACES.some(place => isAs(`ủy ban nhân dân ${place} ${line}`, name))
        )
      const council = `ủy ban nhân dân ${line}`
      return isAs(council, name) || name === `ub ${line}`
    }),
  )
  return found.length === 1 ? found[0] : undefined
}

const PLACES = ['phường', 'xã', 'thị trấn']

const isAs = (line: string, name: string): boolean => line.length === name.length && accentsWithin(line, name)

/** `readChoice` on tokens. */
export function chooseOne(typed: readonly Token[], options: readonly Option[]): Reading<number> {
  const tokens = withoutCourtesy(typed)
  if (tokens.length === 0) return invalid('empty')
  const byLabel = wholeLabel(tokens, options)
  const body = withoutLead(tokens)
  const number = readNumberToken(body)
  if (number !== undefined && number.length === body.length) return byNumber(number.value, byLabel, options)
  if (byLabel.length > 0) return oneOf(byLabel, true)
  const end = ENDS.whole(body) ?? ENDS.whole(withoutFiller(body))
  // «cuối cùng» alone may be «at last», «câu cuối» is a question.
  if (end !== undefined && options.length > 1)
    return body.length < tokens.length && tokens[0]?.folded !== 'cau'
      ? read(end === 'first' ? 0 : options.length - 1, false)
      : ask('unsure')
  if (body.some(token => token.text === '?')) return ask('unsure')
  if (number !== undefined) return numberAndMore(number.value, body.slice(number.length), options)
  if (body.length === 0) return invalid('noAnswer')
  if (body.length < tokens.length) {
    const again = wholeLabel(body, options)
    if (again.length > 0) return oneOf(again, false)
    // «cái cách …» is «cải cách …» with a wrong accent rather than «cái» and a label.
    const alike = ofSameLetters(writtenOut(tokens)[0] ?? '', options)
    if (alike.length > 0) return inLabels(writtenOut(tokens), options) ?? ask('garbled', alike)
  }
  return byStart(body, options)
}

function byNumber(value: number, byLabel: readonly number[], options: readonly Option[]): Reading<number> {
  const index = value - 1
  // Labels that are figures themselves: «2» may be the second option or the one called 2.
  if (byLabel.some(label => label !== index))
    return ask(
      'twoReadings',
      [...new Set([index, ...byLabel])].filter(at => at in options),
    )
  return index >= 0 && index < options.length ? read(index, true) : invalid('outOfRange', { count: options.length })
}

function numberAndMore(value: number, rest: readonly Token[], options: readonly Option[]): Reading<number> {
  // No label is that long; a run of figures would only be read again and again.
  if (rest.length > 40) return ask('garbled')
  const label = rest[0]?.kind === 'sign' ? rest.slice(1) : rest
  const named = label.length > 0 ? chooseOne(label, options) : undefined
  const index = value - 1
  if (named?.ok === true && named.value === index && label[0]?.kind === 'word') return read(index, false)
  if (named?.ok === true)
    return ask(
      label[0]?.kind === 'word' ? 'contradiction' : 'severalValues',
      [index, named.value].filter(at => at in options),
    )
  if (label.length === 0 && rest[0]?.text === ')' && index in options) return read(index, true)
  return index in options ? ask('garbled', [index]) : ask('garbled')
}

function readNumberToken(tokens: readonly Token[]): { value: number; length: number } | undefined {
  const first = tokens[0]
  if (first?.kind === 'number') {
    return /^\d{1,9}$/.test(first.text) ? { value: Number(first.text), length: 1 } : undefined
  }
  if (first?.text === '-' && tokens[1]?.glued === true && /^\d{1,9}$/.test(tokens[1].text)) {
    return { value: -Number(tokens[1].text), length: 2 }
  }
  if (first?.text === 'nhất' || first?.text === 'nhat') return { value: 1, length: 1 }
  const words = readCoefficient(tokens, 0)
  const value = onlyWhole(words?.values)
  return words === undefined || value === undefined ? undefined : { value: Number(value), length: words.length }
}

function withoutLead(tokens: readonly Token[]): readonly Token[] {
  let at = 0
  for (;;) {
    const lead = LEAD.find(tokens, at)
    if (lead?.meaning) at += lead.length
    else if (/^[#(]$/.test(tokens[at]?.text ?? '')) at += 1
    else break
  }
  const end = at > 0 && tokens.at(-1)?.text === ')' ? tokens.length - 1 : tokens.length
  return tokens.slice(at, end)
}

const names = (option: Option): string[] => [option.label, ...(option.aliases ?? [])]

/** Labels are asked for again and again; those of found options come and go, so the number kept is bounded. */
const knownLabels = new Map<string, string>()
const words = (name: string): string => {
  const known = knownLabels.get(name)
  if (known !== undefined) return known
  const [typed = '', writtenFully = typed] = writtenOut(tokenise(name))
  const found = writtenFully
  if (knownLabels.size >= 2_000) knownLabels.clear()
  knownLabels.set(name, found)
  return found
}

/** Options whose label or alias is exactly what was typed, accents optional. */
function wholeLabel(tokens: readonly Token[], options: readonly Option[]): number[] {
  if (tokens.some(token => token.text === '?')) return []
  const typed = writtenOut(tokens).filter(line => line !== '')
  const within = matching(options, name => typed.some(line => line.length === name.length && accentsWithin(line, name)))
  // Typed without any accent it may be each of them.
  if (within.length < 2 || tokens.every(token => token.text === token.folded)) return within
  const exact = matching(options, name => typed.includes(name))
  return exact.length > 0 ? exact : within
}

const matching = (options: readonly Option[], test: (name: string) => boolean): number[] =>
  options.flatMap((option, index) => (names(option).some(name => test(words(name))) ? [index] : []))

const oneOf = (indexes: readonly number[], literal: boolean): Reading<number> => {
  const [index] = indexes
  return index !== undefined && indexes.length === 1 ? read(index, literal) : ask('startAmbiguous', indexes)
}

/** Words around a label that choose nothing. */
const FILLER = new Lexicon([
  [
    true,
    'cải cách|công tác|mảng|đây là|phát trên|đăng trên|phát sóng trên|đăng ở|ấy|của phường em|của xã em|của đơn vị em|của phòng em|của bên em|của cơ quan em|của phường|của xã|của đơn vị|của phòng|của bên|của cơ quan|đi|đó|đấy|này|thôi|luôn|là được|được|cho em|giúp em|giúp|em|anh|chị|của em|một|cái|loại|thuộc|thuộc về|về|lĩnh vực|nhóm|theo|kiểu|dạng|ghi|chỉ tiêu|mã|mã số',
  ],
])

function withoutFiller(tokens: readonly Token[]): readonly Token[] {
  let from = 0
  let to = tokens.length
  for (
    let found = FILLER.find(tokens, from);
    found !== undefined && from + found.length < to;
    found = FILLER.find(tokens, from)
  )
    from += found.length
  const closes = (length: number) => to - length > from && FILLER.whole(tokens.slice(to - length, to)) === true
  for (let length = 3; length > 0; ) {
    if (closes(length)) to -= length
    else length -= 1
  }
  return tokens.slice(from, to)
}

function byStart(typed: readonly Token[], options: readonly Option[]): Reading<number> {
  if (typed.length > WORDS_AT_MOST) return invalid('noAnswer')
  const lines = writtenOut(typed).filter(line => line !== '')
  if (lines.length === 0) return invalid('noAnswer')
  const hasDoubt = typed.some((_, at) => DOUBT.find(typed, at) !== undefined && !isOfLabel(typed, at, options))
  const found = inLabels(lines, options)
  if (found !== undefined && !(hasDoubt && found.ok)) return found
  const bare = withoutFiller(typed)
  if (!hasDoubt && bare.length < typed.length && ofSameLetters(lines[0] ?? '', options).length === 0) {
    const again = wholeLabel(bare, options)
    if (again.length > 0) return oneOf(again, false)
    const inside = inLabels(writtenOut(bare), options)
    if (inside !== undefined) return inside
  }
  return nearly(typed, lines, hasDoubt, options)
}

/** «hay» behind «cách làm» is a word of the label. */
function isOfLabel(typed: readonly Token[], at: number, options: readonly Option[]): boolean {
  const [before, word] = [typed[at - 1], typed[at]]
  const pair = `${before?.text} ${word?.text}`
  const line = typed.map(token => token.text).join(' ')
  return before !== undefined && matching(options, name => standsIn(name, pair) && standsIn(line, name)).length > 0
}

/** What was typed begins a label, or stands in one. Undefined: in none. */
function inLabels(lines: readonly string[], options: readonly Option[]): Reading<number> | undefined {
  const starts = matching(options, name => lines.some(line => opensWith(name, line)))
  // «C2» is C2 before it is the beginning of C21.
  const whole =
    starts.length < 2 ? [] : matching(options, name => lines.some(line => opensWith(`${name} `, `${line} `)))
  const [length] = lines.map(line => line.length)
  if (whole.length === 1 && /\d$/.test(lines[0] ?? '')) return oneOf(whole, false)
  if (starts.length === 1 && length !== undefined && length > 1) {
    // «phường Vàng Danh» begins one label and ends others.
    const ends = matching(options, name => lines.some(line => name.length > line.length && endsWith(name, line)))
    return oneOf(
      [...new Set([...starts, ...ends])].toSorted((a, b) => a - b),
      false,
    )
  }
  if (starts.length > 0) return ask('startAmbiguous', starts)
  const within = matching(options, name => lines.some(line => standsIn(name, line)))
  // «phương nam» is Phương Nam, though it might be «phường Nam …» with an accent left out.
  const exact =
    lines[0] === fold(lines[0] ?? '')
      ? []
      : matching(options, name => lines.some(line => ` ${name} `.includes(` ${line} `)))
  const inside = exact.length > 0 ? exact : within
  if (inside.length === 1 && lines.some(says)) return oneOf(inside, false)
  return inside.length > 0 ? ask('startAmbiguous', inside) : undefined
}

/** Labels that hold all the words in their order, some of the label's left out: «Hội phụ nữ» of «Hội Liên hiệp Phụ nữ thành phố». */
function inOrder(tokens: readonly Token[], options: readonly Option[]): number[] {
  if (tokens.length < 3 || tokens.length > WORDS_AT_MOST) return []
  const lines = writtenOut(tokens).map(line => line.split(' '))
  return matching(options, name =>
    lines.some(line => {
      const left = name.split(' ')
      return line.every(word => {
        const at = left.findIndex(one => one.length === word.length && accentsWithin(word, one))
        left.splice(0, at + 1)
        return at >= 0
      })
    }),
  )
}

const opensWith = (name: string, line: string): boolean =>
  name.length >= line.length && accentsWithin(line, name.slice(0, line.length))

const endsWith = (name: string, line: string): boolean => line.includes(' ') && name.endsWith(` ${line}`)

/** Whether the words stand in the label beside each other, accents compared as accents. */
function standsIn(name: string, line: string): boolean {
  const folded = fold(name)
  const wanted = fold(line)
  const isShort = wanted.length < 3 && !/^[a-z]\d/.test(wanted)
  if (isShort || /^[\d ]+$/.test(wanted) || folded.length !== name.length || wanted.length !== line.length) return false
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const isWord = (at === 0 || folded[at - 1] === ' ') && [' ', undefined].includes(folded[at + wanted.length])
    if (isWord && accentsWithin(line, name.slice(at, at + line.length))) return true
  }
  return false
}

/** The label within the line; in a line without accents, the label without them. */
const holdsLabel = (line: string, name: string): boolean =>
  standsIn(line, name) || (line === fold(line) && standsIn(line, fold(name)))

/** Whether a line holds a word that tells labels apart: «hay», «các», «và» alone choose nothing. */
const says = (line: string): boolean =>
  line
    .split(' ')
    .some(
      word => word.length > 1 && !/^(?:và|va|các|cac|của|cua|hay|về|ve|cho|là|la|có|co|với|voi|đến|den)$/.test(word),
    )

/** Labels that resemble what was typed, to be asked about. */
function nearly(
  typed: readonly Token[],
  lines: readonly string[],
  hasDoubt: boolean,
  options: readonly Option[],
): Reading<number> {
  const [line = ''] = lines
  const folded = fold(line)
  const named = matching(options, name => name.length > 2 && lines.some(one => holdsLabel(one, name)))
  const described = hasDoubt ? undefined : describedIn(typed, options)
  const rivals = named.length > 0 ? named : matching(options, name => sharesWords(name, line))
  if (described !== undefined && rivals.every(at => at === described)) return read(described, false)
  if (named.length > 0) return ask(named.length > 1 ? 'severalValues' : hasDoubt ? 'unsure' : 'garbled', named)
  const partly = matching(options, name => sharesWords(name, line))
  if (partly.length > 0) return ask(hasDoubt ? 'unsure' : 'garbled', partly)
  const sameLetters = ofSameLetters(line, options)
  if (sameLetters.length > 0) return ask('garbled', sameLetters)
  const initials = matching(options, name => isInitials(folded, name))
  if (initials.length > 0) return ask('garbled', initials)
  const hasNumber = typed.some(
    (token, at) => token.kind === 'number' || readNumberToken(typed.slice(at, at + 1)) !== undefined,
  )
  if (hasNumber) return ask(hasDoubt ? 'unsure' : 'garbled')
  return invalid('noAnswer')
}

/** A label, and behind it nothing but what it is of or like, or when: «xong hết rồi, hoàn thành từ tháng 3». */
function describedIn(typed: readonly Token[], options: readonly Option[]): number | undefined {
  for (let at = 1; at < typed.length; at += 1) {
    if (DESCRIBES.find(typed, at) === undefined) continue
    const [label, ...others] = wholeLabel(typed.slice(0, at), options)
    if (label !== undefined && others.length === 0 && hasOnlyFacts(typed.slice(at))) return label
  }
  return undefined
}

/** «báo điện tử, đăng ngày 12/4»: no figure behind the label but when, by which paper, how many. */
function hasOnlyFacts(words: readonly Token[]): boolean {
  const text = words.map(({ raw, glued }) => (glued ? raw : ` ${raw}`)).join('')
  return readLine(text).spans.every(span => !isNumeral(span) || span.readings.some(isOtherFact))
}

/** Labels with these letters in them, whatever the accents. */
function ofSameLetters(line: string, options: readonly Option[]): number[] {
  const folded = fold(line)
  if (folded.length < 2) return []
  return matching(options, name => fold(name).startsWith(folded) || ` ${fold(name)} `.includes(` ${folded} `))
}

/** Two words beside each other that stand in the label. */
function sharesWords(name: string, line: string): boolean {
  const parts = [...new Set(line.split(' '))].slice(0, 12)
  return parts.some(
    (part, at) => at > 0 && standsIn(name, `${parts[at - 1]} ${part}`) && says(`${parts[at - 1]} ${part}`),
  )
}

/** «SK» for «Sáng kiến»; «ok» and «ko» are words of their own. */
const isInitials = (typed: string, name: string): boolean =>
  /^[a-z]{2,6}$/.test(typed) &&
  !/^(?:ok|ko|kg|kh|dc|uh|um|uk)$/.test(typed) &&
  fold(name)
    .split(' ')
    .map(word => word[0])
    .join('') === typed
