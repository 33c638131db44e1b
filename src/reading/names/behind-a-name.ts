import { isMiddle, type Words } from './name-part.ts'
import { areSmall } from './name-words.ts'

/** Said behind a name, and nothing of it nor against it. */
const PARTICLES: ReadonlySet<string> = new Set(
  'ạ ạh ah ak á nha nhé nhe nhá nhen nghen hen nhóe nhoé nè luôn thôi đó đấy rồi r c e ok oke vậy chứ ấy chị sếp'.split(
    ' ',
  ),
)

/** Words behind a name that tell something of it, ask, or belong to somebody's name now and then: «mới đúng», «sẽ làm», «được không». */
const TELLING: ReadonlySet<string> = new Set(
  'mà mới đúng làm đi được dc đc nhận đang sẽ đã ko k không chưa cũng thì là với hả kìa nữa cơ ha roi hộ giúp cho ghi điền sửa chốt này'.split(
    ' ',
  ),
)

/**
 * Where a name in small letters ends and what is said behind it begins. `isSure`: that is particles and no more. Behind «văn» and «thị», and
 * as the second word, all of them may be names («Nguyễn Thị Nghe», «Lê Được»).
 */
export function saidBehind(words: Words): { at: number; isSure: boolean } | undefined {
  const at = words.findIndex(
    ({ text }, place) => place > 1 && !isMiddle(words[place - 1]) && (PARTICLES.has(text) || TELLING.has(text)),
  )
  const rest = words.slice(at)
  if (at < 0 || !areSmall(rest)) return undefined
  return { at, isSure: rest.every(({ text, raw }) => PARTICLES.has(text) && !raw.includes('?')) }
}
