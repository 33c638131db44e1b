import { textOf } from '../clauses.ts'
import { withoutCourtesy } from '../courtesy.ts'
import { Lexicon } from '../lexicon.ts'
import { type Token, tokenise } from '../tokens.ts'
import type { Words } from './says.ts'

/** How a clause hangs on what was said before it. */
export type Link = 'next' | 'so' | 'but' | 'because' | 'although'

export interface Clause {
  readonly words: Words
  readonly link: Link
}

/** What is longer is a text. */
const WORDS_AT_MOST = 80

const LINKS = new Lexicon<Link>([
  ['so', 'nên|cho nên|vì vậy|vì thế|do đó|do vậy|bởi vậy'],
  ['but', 'nhưng|nhưng mà|tuy nhiên|có điều'],
  ['because', 'vì|bởi|bởi vì|tại vì|do|là do|vì là|nhờ|lý do|lý do là|nguyên nhân|nguyên nhân là do'],
  ['although', 'tuy|dù|mặc dù|dẫu|cho dù|tuy là|tuy rằng'],
])

/** A sentence at its marks, its closing particles and the words that join its clauses; courtesy and bare figures are no clause. */
export function clausesOf(text: string): readonly Clause[] {
  const tokens = tokenise(
    text
      .replace(/[\r\n]+/g, ' ; ')
      .replace(TELLS, ' ; ')
      .replace(BUT_NOW, ' ; '),
  )
  if (tokens.length > WORDS_AT_MOST) return []
  const found: { words: Token[]; link: Link }[] = [{ words: [], link: 'next' }]
  for (let at = 0; at < tokens.length; ) {
    const last = found.at(-1)
    const token = tokens[at]
    if (last === undefined || token === undefined) break
    const link = last.words.length === 0 ? (linkAt(tokens, at) ?? insteadOfBut(token)) : linkAt(tokens, at)
    // «nhưng nhờ anh …»
    const isSecond = last.words.length === 0 && last.link !== 'next'
    if (link !== undefined && !isSecond && last.words.length === 0) last.link = link.meaning
    else if (link !== undefined && !isSecond) found.push({ words: [], link: link.meaning })
    else if (isMark(token)) found.push({ words: [], link: 'next' })
    else {
      last.words.push(token)
      if (PARTICLE.test(token.text)) found.push({ words: [], link: 'next' })
    }
    at += link?.length ?? 1
  }
  return found.filter(({ words }) => withoutCourtesy(words).length > 0 && /\p{L}|👎|❌/u.test(textOf(words)))
}

const isMark = ({ text, glued }: Token): boolean => /^[,;.:!…()"“”]$/.test(text) || (/^[~–-]$/.test(text) && !glued)
const PARTICLE = /^(?:ạ|nhé|nha|nhá|ơi|hen|nghen|ah|ak)$/

/** Where a clause begins without a mark before it. */
const TELLS =
  /(?<!(?:^|\s)(?:mai|mốt|nay|qua|trước|sau|chiều|sáng|tối|giờ|vừa|thì|mà|nhưng|nhờ|phiền|mong|để|cho|ơn)) (?=(?:em|iem|anh|chị|bên em|bên mình) (?:có|đã|sẽ|gửi|nhắn|xem)\s|(?:nhờ|phiền|mong) |có gì )/giu

/** «chưa, mà cái này khó lắm»: first in its clause. */
const insteadOfBut = ({ text }: Token): { meaning: Link; length: number } | undefined =>
  text === 'mà' ? { meaning: 'but', length: 1 } : undefined

/** «năm ngoái thì có chứ năm nay chưa» */
const BUT_NOW =
  /(?<=\S) (?:chứ|chu|còn|con|nhung) (?=(?:năm nay|nam nay|giờ|gio|bây giờ|bay gio|tháng này|quý này|kỳ này) (?:thì |thi )?(?:không|khong|chưa|chua|có|co|ko)(?:[ .,!]|$))/giu

/** «trở nên», «không nên» join nothing; nor does what may be another word without its accents («nen», «vi»). */
function linkAt(tokens: Words, at: number): { meaning: Link; length: number } | undefined {
  const token = tokens[at]
  const isBare = token?.text === token?.folded
  if (isBare && (!/^(?:do|tuy)$/.test(token?.text ?? '') || tokens.every(({ text, folded }) => text === folded)))
    return undefined
  const link = LINKS.find(tokens, at)
  return link?.meaning === 'so' && OF_ANOTHER.test(tokens[at - 1]?.text ?? '') ? undefined : link
}

const OF_ANOTHER = /^(?:trở|làm|tạo|dựng|gây|không|chưa|cũng|rất|tự|phải)$/
