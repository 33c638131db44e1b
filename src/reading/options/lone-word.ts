import { withoutCourtesy } from '../courtesy.ts'
import { type Option, wholeLabel } from '../labels.ts'
import { type Token, tokenise } from '../tokens.ts'
import { readNumberToken } from './option-number.ts'

type Words = readonly Token[]

/** «mình làm cả mô hình lẫn sáng kiến»: in a list one word out of the middle of a label chooses nothing, whoever is said to do it. */
export function isLoneWord(part: Words, options: readonly Option[]): boolean {
  const [word, ...others] = withoutWho(withoutCourtesy(part))
  const isWord = word?.kind === 'word' && others.length === 0 && readNumberToken([word]) === undefined
  return isWord && /[aeiouy]/.test(word.folded) && wholeLabel([word], options).length === 0
}

/** «bên em làm», «phường mới»: alone the word may be meant as a label, behind who does it it tells what is done; not «tập thể khác», with which a label begins. */
export const isDeed = (typed: Words, options: readonly Option[]): boolean =>
  typed.length < LEADS_AT_MOST &&
  withoutWho(typed).length < typed.length &&
  isLoneWord(typed, options) &&
  !opensLabel(typed, options)

function opensLabel(typed: Words, options: readonly Option[]): boolean {
  const said = withoutCourtesy(typed).map(({ folded }) => folded)
  return options.some(({ label, aliases = [] }) =>
    [label, ...aliases].some(one => {
      const words = tokenise(one)
      return said.every((word, at) => words[at]?.folded === word)
    }),
  )
}

const LEADS_AT_MOST = 10

/** Without those who do something, where they open the line. */
function withoutWho(words: Words): Words {
  const at = words.findIndex(({ folded }) => !WHO.test(folded) && !BESIDE.test(folded))
  return at > 0 && words.slice(0, at).some(({ folded }) => WHO.test(folded)) ? words.slice(at) : words
}

const WHO =
  /^(?:em|e|toi|tui|minh|anh|chi|co|bac|chu|thay|ta|ben|don|vi|co|quan|phuong|xa|phong|truong|to|khu|nhom|tap|the)$/
const BESIDE = /^(?:da|vang|thi|nam|nay|hien|gio|cung|deu|van|chi|cua|chung|bon|tui)$/
