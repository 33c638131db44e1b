import { FIELDS } from './around-a-name.ts'
import { tellsOfPerson } from './beside-a-name.ts'
import { DOES } from './does.ts'
import { isMiddle, type Part, type Words } from './name-part.ts'
import { areCapital, opensCapital, phraseAt } from './name-words.ts'
import { plainName } from './plain-name.ts'
import { isSpelledSurname, isUnmistakable } from './surnames.ts'

/** «Hiệu trưởng Đặng Thị Hằng», «Trưởng phòng Nội vụ Lê Văn Hùng»; behind «phường» the name may be that of the ward, and «Nguyễn Văn A» is nobody's. */
export function behindPost(words: Words, length: number): Part | undefined {
  const field = phraseAt(FIELDS, words, length)
  const behind = words.slice(length + (field?.isExact ? field.length : 0))
  const end = behind.findIndex(word => !opensCapital(word))
  const rest = behind.slice(0, end < 0 ? undefined : end)
  const said = behind.slice(rest.length)
  if (!said.every(({ text }) => SAID_TO.test(text)) && !(DOES.find(said, 0) && tellsOfPerson(said))) return undefined
  const [surname] = rest
  const isFull = rest.length > 2 && areCapital(rest) && (rest.at(-1)?.text.length ?? 0) > 1
  if (length < 2 || !isFull || !isSpelledSurname(surname?.text ?? '') || areCapitalOnly(words)) return undefined
  if (!isMiddle(rest[1]) && !isUnmistakable(surname?.text ?? '')) return undefined
  const name = plainName(rest)
  return name.is === 'name' && name.isCertain ? name : undefined
}

const SAID_TO = /^(?:em|anh|chị|sếp|ơi|ạ|nhé|nha|nhá|luôn|đấy|đó|a|nhe)$/

/** A line in capitals does not show where the post ends. */
const areCapitalOnly = (words: Words): boolean => words.every(({ raw }) => raw === raw.toUpperCase())
