import { ask, invalid, type Reading, read } from '../result.ts'
import type { Share } from '../share.ts'
import { normalise } from '../text.ts'

export interface NamedShare {
  readonly name: string
  readonly share?: Share
}

/** A list of people that says how much each of them has; undefined where it does not. */
export function withShareOfEach(
  text: string,
  readList: (list: string) => Reading<NamedShare[]>,
): Reading<NamedShare[]> | undefined {
  const evenly = text.replace(EVENLY, '')
  if (evenly !== text) return withEvenShares(readList(evenly))
  const [, people, percent] = EACH.exec(normalise(text).replace(EACH_FIRST, '$2, mỗi người $1%')) ?? []
  return people === undefined ? undefined : withShareEach(readList(people), Number(percent))
}

/** «chia đều em nhé, A và B», «A với B mỗi người một nửa» */
const EVENLY =
  /^\s*(?:chia đều|chia đôi|mỗi người một nửa)(?: (?:em|anh|chị|ạ|nhé|nha|nhau|ra))*\s?[,:.;]|[\s,;.(]{1,3}(?:chia đều|chia đôi|mỗi (?:người|ng) (?:một|1) nửa)(?: (?:em|anh|chị|ạ|nhé|nha|nhau|ra|thôi))*[).!\s]*$/iu

/** What is typed must be even; where no share is typed it is offered. */
function withEvenShares(list: Reading<NamedShare[]>): Reading<NamedShare[]> {
  if (!list.ok) return list
  const [first] = list.value
  if (list.value.every(({ share }) => share === undefined)) {
    const even = 100 % list.value.length === 0 ? withShareEach(list, 100 / list.value.length) : list
    return ask('unsure', [even.ok ? even.value : list.value])
  }
  const isEven = list.value.every(({ share }) => share?.numerator === first?.share?.numerator)
  return isEven ? list : ask('contradiction', [list.value])
}

/** «mỗi người 50%: …», «…, mỗi người 50%» */
const EACH_FIRST = /^mỗi (?:người|ng|ngừoi) (\d{1,2}) ?%\s*[:,–-]?\s*(.+)$/iu
const EACH = /^(.+?)\s*[,:;(–-]?\s*mỗi (?:người|ng) (\d{1,2}) ?%(?: (?:em|anh|chị|ạ|nhé|nha|thôi)){0,3}[).]?$/iu

function withShareEach(list: Reading<NamedShare[]>, percent: number): Reading<NamedShare[]> {
  if (!list.ok) return list
  const sum = percent * list.value.length
  if (list.value.some(({ share }) => share !== undefined)) return ask('contradiction')
  if (sum !== 100) return invalid('sharesSum', { sum })
  const share: Share = { numerator: BigInt(percent), denominator: 100n }
  return read(
    list.value.map(({ name }) => ({ name, share })),
    false,
  )
}
