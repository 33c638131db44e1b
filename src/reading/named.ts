import { byStart } from './choice.ts'
import { withoutCourtesy } from './courtesy.ts'
import {
  inLabels,
  inOrder,
  matching,
  nearestFirst,
  type Option,
  oneOf,
  WORDS_AT_MOST,
  wholeLabel,
  wordsOfLabels,
} from './labels.ts'
import { Lexicon } from './lexicon.ts'
import { putRight } from './put-right.ts'
import { invalid, type Reading, read } from './result.ts'
import { opensShort, writtenOut } from './short-forms.ts'
import { accentsWithin, fold, MAX_SHORT_ANSWER } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

/** One of the options by its label, a part of it or an alias, accents compared as accents; no numbers: these options are not numbered. */
export function readNamed(typed: string, options: readonly Option[]): Reading<number> {
  const text = typed.normalize('NFC')
  const one = readOne(text, options)
  if (one.ok || text.length > MAX_SHORT_ANSWER) return one
  return putRight(text, part => readOne(part, options)) ?? onlyUnit(text, options) ?? one
}

function readOne(text: string, options: readonly Option[]): Reading<number> {
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
  if (only !== undefined && others.length === 0) return read(only, false)
  if (known.ok || known.kind !== 'ask') return known
  return { ...known, candidates: nearestFirst(known.candidates, meant, options) }
}

/** «anh Dũng bên phòng quản lý đô thị đây em»: the only one that is named in full, and not as what was before. */
function onlyUnit(text: string, options: readonly Option[]): Reading<number> | undefined {
  const words = tokenise(text)
  if (words.length > 40 || /[?]|(?:^|\s)(?:hoặc|hay|không phải|chưa|không|ko|nhầm|chắc|hình như)(?:\s|$)/iu.test(text))
    return undefined
  const found = new Set<number>()
  const known = wordsOfLabels(options)
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at]
    if (first?.kind !== 'word' || !(known.has(first.folded) || opensShort(first))) continue
    for (let length = Math.min(9, words.length - at); length > 1; length -= 1) {
      const part = words.slice(at, at + length)
      if (part.at(-1)?.kind !== 'word' || part.some(({ text: sign }) => /^[,;:]$/.test(sign))) continue
      // «UBND phường Vàng Danh, thành phố Uông Bí»: where it lies.
      if (found.size > 0 && /^(?:thành|tp|tỉnh)$/.test(words[at]?.text ?? '')) continue
      const whole = wholeLabel(part, options)
      const council = whole.length > 0 || !OPENS_COUNCIL.test(first.folded) ? undefined : councilOf(part, options)
      const here = council === undefined ? whole : [council]
      if (here.length === 0) continue
      const isBefore = words.slice(Math.max(0, at - 3), at).some(word => /^(?:trước|cũ|từ)$/.test(word.text))
      for (const index of isBefore ? [] : here) found.add(index)
      at += length - 1
      break
    }
  }
  const [only] = found
  return only !== undefined && found.size === 1 ? read(only, false) : undefined
}

const OPENS_COUNCIL = /^(?:ubnd|uy|phuong|p|f|xa|x|thi)$/

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
