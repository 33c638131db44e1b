import { compare, type Decimal, decimal, plus } from './decimal.ts'
import { readDigits } from './digits.ts'
import { readName } from './name.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import type { Share } from './share.ts'
import { fold, normalise } from './text.ts'
import { tokenise } from './tokens.ts'

export interface NamedShare {
  readonly name: string
  readonly share?: Share
}

const MAX_TEXT = 4_000
const MAX_PEOPLE = 30
const PERCENT = /(\d[\d.,]*)\s*(?:%|phần trăm)?/giu

/**
 * People with their shares: «Nguyễn Thị Bình 60%, Trần Cường 40%», one a line or separated by commas, semicolons or «và».
 * Guarantees: all have a share and the shares sum to exactly 100 %, or none has one.
 */
export function readPeople(text: string): Reading<NamedShare[]> {
  if (text.length > MAX_TEXT) return invalid('tooLong')
  const parts = text
    .split(/[\r\n;]+/)
    .map(normalise)
    .flatMap(line => line.replace(/^\d{1,2}[.)]\s+/, '').split(/,(?!\d)|\s&\s|\svà\s/iu))
    .map(part => part.trim())
    .filter(part => /[\p{L}\d]/u.test(part) && !/^(?:dạ|ạ|vâng)$/iu.test(part))
  if (parts.length === 0) return invalid('empty')
  if (parts.length > MAX_PEOPLE) return invalid('tooLong')
  const people: { name: string; share: Decimal | undefined; literal: boolean }[] = []
  for (const part of parts) {
    const person = readPerson(part)
    if (!person.ok) return person.kind === 'ask' ? ask(person.why) : invalid(person.why)
    people.push({ ...person.value, literal: person.literal })
  }
  if (new Set(people.map(person => fold(person.name))).size < people.length) return ask('contradiction')
  return withShares(people)
}

function withShares(
  people: readonly { name: string; share: Decimal | undefined; literal: boolean }[],
): Reading<NamedShare[]> {
  const shares = people.flatMap(person => (person.share === undefined ? [] : [person.share]))
  const literal = people.every(person => person.literal)
  if (shares.length === 0)
    return read(
      people.map(({ name }) => ({ name })),
      literal,
    )
  if (shares.length < people.length) return invalid('sharesIncomplete')
  const sum = shares.reduce(plus)
  if (compare(sum, decimal(100)) !== 0 || shares.some(share => share.digits <= 0n)) {
    return invalid('sharesSum', { sum: Number(sum.digits) / 10 ** sum.scale })
  }
  const value = people.map(({ name, share }) =>
    share === undefined
      ? { name }
      : { name, share: { numerator: share.digits, denominator: 100n * 10n ** BigInt(share.scale) } },
  )
  return read(value, literal)
}

function readPerson(part: string): Reading<{ name: string; share: Decimal | undefined }> {
  const figures = [...part.matchAll(PERCENT)]
  const [figure] = figures
  if (!/\p{L}/u.test(part)) return invalid('noAnswer')
  if (figures.length > 1) return ask('severalValues')
  if (figure !== undefined && /-\d/.test(part)) return invalid('sharesSum')
  const rest = part
    .replace(PERCENT, ' ')
    .replace(/[([]\s*[)\]]|[:%]|\s[-–]\s*(?=\s|$)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (/(?:^|\s)(?:mỗi|hơn|khoảng|một mình|còn lại|trên|dưới|gần)(?:\s|$)/iu.test(rest)) return ask('garbled')
  if (/^(?:không|ko|k|chưa)(?: có| ai)*(?: ạ)?$/iu.test(rest)) return invalid('noAnswer')
  const name = readName(rest)
  if (!name.ok) return name.kind === 'ask' ? ask(name.why) : invalid(name.why)
  if (figure === undefined) return read({ name: name.value, share: undefined }, name.literal)
  const digits = readDigits(tokenise(figure[1] ?? ''), 0)
  const [share] = digits?.values ?? []
  if (digits?.values.length !== 1 || share === undefined) return ask('garbled')
  return read({ name: name.value, share }, name.literal && digits.literal)
}
