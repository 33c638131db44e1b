import { courtesyBefore, isCourtesyToEnd, opensCommandCourtesy } from './command-courtesy.ts'
import { laterDays, laterWork, phrasesOf, questionLeads } from './command-phrases.ts'
import { Lexicon } from './lexicon.ts'
import { onlyWhole } from './numerals/decimal.ts'
import { readCoefficient } from './numerals/words.ts'
import { fold, normalise } from './text.ts'
import { type Token, tokenise } from './tokens.ts'
import { contractWords, type Vocabulary } from './vocabulary.ts'

/** Commands by the contract (architecture.md §4). */
export type Command =
  | 'back'
  | 'skip'
  | 'edit'
  /** Takes away what stands here: the answer, or one of the files. */
  | 'clear'
  /** Takes the answer of a question away. */
  | 'clearQuestion'
  | 'removeFile'
  | 'review'
  | 'later'
  | 'cancel'
  | 'help'
  | 'menu'
  | 'start'
  | 'tasks'
  | 'initiative'
  | 'report'
  | 'quickReport'
  | 'launch'
  | 'work'
  | 'activity'
  | 'commendation'
  | 'decide'
  | 'board'
  | 'records'
  | 'drafts'
  | 'web'
  | 'settings'
  | 'mydata'
  | 'ack'
  | 'promise'
  | 'notMine'
  | 'alreadySent'

export interface CommandWord {
  /** One of the contract, or one that a feature declares. */
  readonly command: string
  /** Which question: «sửa câu 3»; of `removeFile`, which file. */
  readonly n?: number
  /** Invitation code of «/start CODE», as typed. */
  readonly code?: string
  /** The day of «hẹn ngày 5/4», as typed. */
  readonly day?: string
}

/** No command message is longer: what is longer is text. */
const MAX_COMMAND = 120

const QUESTION_LEADS = new Lexicon<Command>(
  questionLeads.map(([command, patterns]) => [command, phrasesOf(patterns).join('|')]),
)
const DAYS = new Lexicon([[true, laterDays]])
const WHO = new Lexicon([[true, 'em|tôi|mình|tui|anh|chị|e|con|cháu|bọn em|chúng tôi|chúng em']])
const WORK = new Lexicon([[true, phrasesOf([laterWork]).join('|')]])

/**
 * The command a message is, or null when it is anything else. A bare word is a command only when the message holds nothing
 * but it and courtesy; behind a slash the known name at the very start decides, with or without `@botname`.
 */
export function readCommandWord(text: string, words: Vocabulary = contractWords): CommandWord | null {
  if (text.length > MAX_COMMAND) return null
  const plain = normalise(text)
  if (isSurelyText(plain, words)) return null
  const slash = /^\/(\p{L}+)(?:_(\d{1,3}))?(?:@\w+)?(?: (.*))?$/u.exec(plain)
  if (slash !== null) {
    const [, name = '', number, rest = ''] = slash
    const known = behindSlash(tokenise(number === undefined ? name : `${name} ${number}`), rest, words)
    if (known !== null) return known
  }
  const bare = plain.replace(/^\//, '')
  const start = /^start ([\w-]{6,64})$/i.exec(bare)
  if (start?.[1] !== undefined && /[\dA-Z_]/.test(start[1])) return { command: 'start', code: start[1] }
  return amidCourtesy(tokenise(bare), words) ?? promiseOf(bare.replace(/ ạ$/, ''))
}

/** A message with a slash in front is meant as a command, whatever is being asked. */
export function isSlashed(text: string): boolean {
  return normalise(text).startsWith('/')
}

/** The command at token `at` and how many tokens it takes, whatever stands behind it. */
export function commandAt(
  tokens: readonly Token[],
  at: number,
  { commands }: Vocabulary = contractWords,
): { word: CommandWord; length: number } | undefined {
  const found = commands.find(tokens, at)
  const numbered = questionAt(tokens, at)
  if (numbered && numbered.length >= (found?.length ?? 0)) return numbered
  const later = laterAt(tokens, at)
  if (later > (found?.length ?? 0)) return { word: { command: 'later' }, length: later }
  return found && { word: { command: found.meaning }, length: found.length }
}

function amidCourtesy(tokens: readonly Token[], words: Vocabulary): CommandWord | null {
  for (let at = 0; at < tokens.length; ) {
    const found = commandAt(tokens, at, words)
    if (found && isCourtesyToEnd(tokens, at + found.length)) return found.word
    const courtesy = courtesyBefore(tokens, at)
    if (courtesy === 0) return null
    at += courtesy
  }
  return null
}

/** «Mai em làm nốt», «chiều khai tiếp». */
function laterAt(tokens: readonly Token[], at: number): number {
  const day = DAYS.find(tokens, at)?.length ?? 0
  if (day === 0) return 0
  const who = WHO.find(tokens, at + day)?.length ?? 0
  const work = WORK.find(tokens, at + day + who)?.length ?? 0
  // «Mai Viết» alone may be a name.
  return work === 0 || day + who + work < 3 ? 0 : day + who + work
}

/** «Hẹn ngày 5/4», «hẹn thứ Sáu tuần này»: only with a day and nothing behind it, so that no answer is mistaken for it. */
function promiseOf(plain: string): CommandWord | null {
  const [, day] = PROMISE.exec(fold(plain)) ?? []
  return day === undefined ? null : { command: 'promise', day: plain.slice(-day.length) }
}

const PROMISE =
  /^hen(?: lai| gui| nop)?(?: vao)?(?: ngay)? (\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2} thang \d{1,2}|mai|(?:thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat)(?: tuan (?:nay|sau|toi))?)$/

/** Most answers open with a word that opens no command and no courtesy: nothing else of them needs to be looked at. */
function isSurelyText(plain: string, { commands }: Vocabulary): boolean {
  const first = /^[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]+(?= |$)/.exec(plain)
  if (first === null) return false
  const folded = fold(first[0])
  return ![commands, QUESTION_LEADS, DAYS].some(lexicon => lexicon.opens(folded)) && !opensCommandCourtesy(folded)
}

function behindSlash(name: readonly Token[], rest: string, words: Vocabulary): CommandWord | null {
  const whole = words.commands.whole(name)
  if (whole === 'start')
    return rest === '' ? { command: 'start' } : /^[\w-]{1,64}$/.test(rest) ? { command: 'start', code: rest } : null
  if (whole === 'edit' && rest !== '') return amidCourtesy(tokenise(`sửa ${rest}`), words)
  if (whole !== undefined) return rest === '' || isFreeOfDoubt(whole, rest) ? { command: whole } : null
  return amidCourtesy(name, words)
}

/** Words behind a slash command («/viec hôm nay») do no harm, except behind those that throw an answer away. */
const isFreeOfDoubt = (command: string, rest: string): boolean =>
  isCourtesyToEnd(tokenise(rest), 0) ||
  !['cancel', 'skip', 'back', 'later', 'clear', 'clearQuestion', 'removeFile'].includes(command)

/** «Sửa lại câu 6», «quay lại câu sáu», «xóa tệp 2». */
function questionAt(tokens: readonly Token[], at: number): { word: CommandWord; length: number } | undefined {
  const lead = QUESTION_LEADS.find(tokens, at)
  if (lead === undefined) return undefined
  const behind = at + lead.length
  const first = tokens[behind]
  if (first?.kind === 'number')
    return /^\d{1,3}$/.test(first.text)
      ? { word: { command: lead.meaning, n: Number(first.text) }, length: lead.length + 1 }
      : undefined
  const spoken = readCoefficient(tokens, behind)
  const value = onlyWhole(spoken?.values)
  return spoken === undefined || value === undefined
    ? undefined
    : { word: { command: lead.meaning, n: Number(value) }, length: lead.length + spoken.length }
}
