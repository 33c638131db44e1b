import { type Left, storedAs, type TypedLine } from './play.ts'

/** What the meaning of a line looks like in the database. */
function inStore({ field, expected }: TypedLine): string {
  if (field === 'yesNo') return String(expected === 'yes')
  if (field === 'phone') return `84${expected.slice(1)}`
  if (field === 'conditions')
    return JSON.stringify(expected.split(/[,;] ?/).map(number => `#${number.replace('#', '')}`))
  if (field === 'ratio') {
    const [numerator, denominator] = expected.split('/').map(Number)
    return JSON.stringify({ numerator, denominator })
  }
  if (field !== 'people' || expected === 'none') return expected
  return JSON.stringify(
    expected.split('; ').map(one => {
      const [, name, share] = /^(.*?)(?: (\d+)%?)?$/.exec(one) ?? []
      return share === undefined ? { name } : { name, share: `${share}/100` }
    }),
  )
}

const people = (stored: string): string =>
  JSON.stringify(
    (JSON.parse(stored) as { name: string; share?: string }[]).map(({ name, share }) => {
      const [part, whole] = (share ?? '').split('/').map(Number)
      return share === undefined ? { name } : { name, share: `${(Number(part) / Number(whole)) * 100}/100` }
    }),
  )

export type Verdict = 'right' | 'asked' | 'misread'

/** Judges what a line left: `ask` and `!word` are right where nothing is stored; names may be offered for confirmation. */
export function verdict(line: TypedLine, { stored, at, pending }: Left): Verdict {
  const { field, expected } = line
  if (expected.startsWith('!')) {
    const isOther =
      pending?.is === 'command' &&
      pending.word?.command !== expected.slice(1) &&
      !(expected === '!edit' && pending.word?.command === 'back')
    return stored === undefined && !isOther ? 'right' : 'misread'
  }
  if (expected === 'ask' || expected === 'invalid') return stored === undefined && at === 'open' ? 'right' : 'misread'
  const meant = inStore(line)
  if (stored !== undefined)
    return (field === 'people' && stored !== 'none' ? people(stored) : stored) === meant ? 'right' : 'misread'
  if (at !== 'open') return 'misread'
  // Names may be offered for confirmation.
  const offered = pending?.is === 'candidates' ? pending.values?.[0] : undefined
  if (field === 'name') return offered === meant ? 'right' : 'asked'
  return field === 'people' && offered !== undefined && people(storedAs(offered)) === meant ? 'right' : 'asked'
}
