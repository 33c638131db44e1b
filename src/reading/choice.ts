import { withoutCourtesy } from './courtesy.ts'
import { whole } from './decimal.ts'
import { Lexicon } from './lexicon.ts'
import { readCoefficient } from './number-words.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { accentsWithin, fold, MAX_SHORT_ANSWER } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

export interface Option {
  readonly label: string
  readonly aliases?: readonly string[]
}

const LEAD = new Lexicon([
  [
    true,
    'số|câu|chọn|phương án|mục|ý|đáp án|lựa chọn|cái|thứ|là|option|em chọn|tôi chọn|loại|dòng|phím|#|(|lĩnh vực|chọn số|chọn câu|cái số|chỉ|chỉ có|chỉ chọn',
  ],
])
const DOUBT = new Lexicon([
  [true, 'chắc|có lẽ|hình như|có thể|hay|hoặc|không phải|trừ|không|ko|k|khoảng|tầm|chưa|đầu tiên|cuối cùng|nghĩ'],
])

/** One of the options, by number, «số 2», label, alias, or the start of one label; the value is the index from 0. */
export function readChoice(text: string, options: readonly Option[]): Reading<number> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  return chooseOne(tokenise(text), options)
}

/** `readChoice` on tokens. */
export function chooseOne(typed: readonly Token[], options: readonly Option[]): Reading<number> {
  const tokens = withoutCourtesy(typed)
  if (tokens.length === 0) return invalid('empty')
  const byLabel = wholeLabel(tokens, options)
  const body = withoutLead(tokens)
  const number = readNumberToken(body)
  if (number !== undefined && number.length === body.length) return byNumber(number.value, byLabel, options)
  if (byLabel.length > 0) return oneOf(byLabel, true)
  if (body.some(token => token.text === '?')) return ask('unsure')
  if (number !== undefined) return numberAndMore(number.value, body.slice(number.length), options)
  if (body.length === 0) return invalid('noAnswer')
  if (body.length < tokens.length) {
    const again = wholeLabel(body, options)
    if (again.length > 0) return oneOf(again, false)
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
  const value = words?.values.length === 1 && words.values[0] !== undefined ? whole(words.values[0]) : undefined
  return words === undefined || value === undefined ? undefined : { value: Number(value), length: words.length }
}

function withoutLead(tokens: readonly Token[]): readonly Token[] {
  let at = 0
  for (;;) {
    const lead = LEAD.find(tokens, at)
    if (lead !== undefined) at += lead.length
    else if (/^[#(]$/.test(tokens[at]?.text ?? '')) at += 1
    else break
  }
  const end = at > 0 && tokens.at(-1)?.text === ')' ? tokens.length - 1 : tokens.length
  return tokens.slice(at, end)
}

const names = (option: Option): string[] => [option.label, ...(option.aliases ?? [])]
const joined = (tokens: readonly Token[]): string =>
  tokens
    .filter(token => token.kind !== 'sign')
    .map(token => token.text)
    .join(' ')
/** Labels are asked for again and again; those of found options come and go, so the number kept is bounded. */
const knownLabels = new Map<string, string>()
const words = (name: string): string => {
  const known = knownLabels.get(name)
  if (known !== undefined) return known
  const found = joined(tokenise(name))
  if (knownLabels.size >= 2_000) knownLabels.clear()
  knownLabels.set(name, found)
  return found
}

/** Options whose label or alias is exactly what was typed, accents optional. */
function wholeLabel(tokens: readonly Token[], options: readonly Option[]): number[] {
  const typed = joined(tokens)
  if (typed === '' || tokens.some(token => token.text === '?')) return []
  const exact = matching(options, name => name === typed)
  return exact.length > 0 ? exact : matching(options, name => accentsWithin(typed, name))
}

const matching = (options: readonly Option[], test: (name: string) => boolean): number[] =>
  options.flatMap((option, index) => (names(option).some(name => test(words(name))) ? [index] : []))

const oneOf = (indexes: readonly number[], literal: boolean): Reading<number> => {
  const [index] = indexes
  return index !== undefined && indexes.length === 1 ? read(index, literal) : ask('startAmbiguous', indexes)
}

function byStart(body: readonly Token[], options: readonly Option[]): Reading<number> {
  const typed = joined(body)
  const folded = fold(typed)
  if (typed === '') return invalid('noAnswer')
  const starts = matching(
    options,
    name => name.length >= typed.length && accentsWithin(typed, name.slice(0, typed.length)),
  )
  if (starts.length === 1 && folded.length > 1) return oneOf(starts, false)
  if (starts.length > 0) return ask('startAmbiguous', starts)
  const inside = folded.length < 4 ? [] : matching(options, name => ` ${fold(name)}`.includes(` ${folded}`))
  if (inside.length > 0) return ask('garbled', inside)
  const named = matching(options, name => fold(name).length > 2 && ` ${folded} `.includes(` ${fold(name)} `))
  if (named.length > 0) return ask(named.length > 1 ? 'severalValues' : 'garbled', named)
  const sameLetters = matching(options, name => fold(name).startsWith(folded) && folded.length > 1)
  if (sameLetters.length > 0) return ask('garbled', sameLetters)
  const hasNumber = body.some(
    (token, at) => token.kind === 'number' || readNumberToken(body.slice(at, at + 1)) !== undefined,
  )
  const hasDoubt = body.some((_, at) => DOUBT.find(body, at) !== undefined)
  if (hasNumber || /đầu tiên|cuối cùng/.test(typed)) return ask(hasDoubt ? 'unsure' : 'garbled')
  return invalid('noAnswer')
}
