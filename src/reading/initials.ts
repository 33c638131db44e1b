import { type Option, writtenLabels } from './labels.ts'
import { accentsWithin, fold } from './text.ts'
import type { Token } from './tokens.ts'

/** Two letters by themselves may be anything; behind «phòng», «hội» they are enough. */
const LETTERS_AT_LEAST = 3
const WORDS_AT_MOST = 8
/** Said of a unit before what it is called by: initials leave it out («THADS», «VHNT»). */
const HEADS = /^(?:phòng|ban|hội|trung tâm|chi cục|cơ quan) /u

/**
 * The options whose names are shortened to initials, wholly or in part: «TAND», «KBNN Uông Bí», «TT DVKTNN», «phòng VH&TT», «GDNN-GDTX». What is left
 * of a name is where it is, as other names end too, or begins with «và».
 */
export function byInitials(tokens: readonly Token[], options: readonly Option[]): number[] {
  const typed = tokens.filter(({ kind, text }) => kind === 'word' && !/^(?:và|va)$/.test(text))
  const isPlain = tokens.every(({ kind, text }) => kind === 'word' || /^[-–&.]$/.test(text))
  const letters = typed.filter(isInitials).reduce((sum, { text }) => sum + text.length, 0)
  if (!isPlain || letters < (typed[0] && isInitials(typed[0]) ? LETTERS_AT_LEAST : 2) || typed.length > WORDS_AT_MOST)
    return []
  const labels = options.map(option => writtenLabels(option)[0] ?? '')
  return labels.flatMap((label, index) => {
    const names = [label, label.replace(HEADS, '')]
    const isMeant = names.some(name =>
      restOf(wordsOf(name), typed).some(rest => rest === '' || mayBeLeft(rest, name, index, labels)),
    )
    return isMeant ? [index] : []
  })
}

const isInitials = ({ raw, text }: Token): boolean =>
  text.length > 1 && (raw === raw.toUpperCase() || /^[^aeiouy]+$/.test(fold(text)))

const wordsOf = (name: string): string[] => name.split(' ').filter(word => word !== 'và')

/** What is left of a name when the typed words have taken theirs; none where they are not its beginning. */
function restOf(words: readonly string[], typed: readonly Token[]): string[] {
  const [first, ...others] = typed
  if (first === undefined) return [words.join(' ')]
  const [word = ''] = words
  const isWord = word.length === first.text.length && accentsWithin(first.text, word)
  const short = SHORT.get(first.text)
  const isShort = short !== undefined && words.slice(0, 2).join(' ') === short
  const count = first.text.length
  const isOfInitials =
    isInitials(first) &&
    words.length >= count &&
    [...fold(first.text)].every((letter, at) => fold(words[at] ?? '').startsWith(letter))
  return [
    ...(isWord ? restOf(words.slice(1), others) : []),
    ...(isShort ? restOf(words.slice(2), others) : []),
    ...(isOfInitials && !isWord ? restOf(words.slice(count), others) : []),
  ]
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ['tp', 'thành phố'],
  ['tt', 'trung tâm'],
  ['vp', 'văn phòng'],
])

/** «… thành phố Uông Bí», «… và Đào tạo» */
const mayBeLeft = (rest: string, name: string, index: number, labels: readonly string[]): boolean =>
  name.endsWith(` và ${rest}`) ||
  labels.some((other, at) => at !== index && rest.includes(' ') && ` ${other}`.endsWith(` ${rest}`))
