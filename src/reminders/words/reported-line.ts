import type { Reported } from '../../contract/reported.ts'
import { formatDate, formatMoneyShort, formatNumber, formatPercent } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'
import { cut } from './cut.ts'

/** What was last reported, when, and what is missing to the threshold; null: there is nothing to say. */
export function reportedLine(reported: Reported | null, t: Translate): string | null {
  if (reported === null) return null
  switch (reported.is) {
    case 'nothing':
      return t('reminders.reported.nothing')
    case 'share':
      return t(`reminders.reported.${reported.unit}.${reported.missing > 0n ? 'missing' : 'reached'}`, sumsOf(reported))
    case 'some':
      return someLine(reported, t)
  }
}

/** The same behind the name of a duty in a list. */
export function reportedShort(reported: Reported | null, t: Translate): string | null {
  if (reported === null) return null
  switch (reported.is) {
    case 'nothing':
      return t('reminders.reportedShort.nothing')
    case 'share':
      return t(
        `reminders.reportedShort.${reported.unit}.${reported.missing > 0n ? 'missing' : 'reached'}`,
        sumsOf(reported),
      )
    case 'some':
      return t(`reminders.reportedShort.${reported.done > 0 ? 'some' : 'none'}`, {
        done: reported.done,
        all: reported.all,
      })
  }
}

/** The money that is missing to the threshold; nothing reported: none is known to be. */
export function missingMoney(reported: Reported | null): bigint {
  return reported?.is === 'share' && reported.unit === 'money' ? reported.missing : 0n
}

function sumsOf({ unit, numerator, denominator, threshold, missing, asOf }: Extract<Reported, { is: 'share' }>) {
  const inWords = unit === 'money' ? formatMoneyShort : formatNumber
  return {
    percent: formatPercent(numerator, denominator, { numerator: BigInt(threshold), denominator: 100n }),
    done: inWords(numerator),
    all: inWords(denominator),
    missing: inWords(missing),
    threshold: `${threshold}%`,
    day: formatDate(asOf),
  }
}

function someLine({ done, all, missing }: Extract<Reported, { is: 'some' }>, t: Translate): string {
  const named = missing.slice(0, NAMED).map(name => cut(name, 40))
  const more = missing.length - named.length
  const key = done === 0 ? 'none' : missing.length === 0 ? 'all' : more > 0 ? 'more' : 'some'
  return t(`reminders.reported.${key}`, { done, all, names: named.join(', '), more })
}

const NAMED = 2
