import type { WorkingCalendar } from '../../campaign/calendar.ts'
import { whoMayAward } from '../../law/authorities.ts'
import { basesOn, basesOver } from '../../law/bases.ts'
import { dueBy } from '../../law/due-by.ts'
import { formFor } from '../../law/forms.ts'
import { awardLevels, honouredKinds } from '../../law/law-schema.ts'
import { prizeFor } from '../../law/prizes.ts'
import type { Caution, Grounds, Held, Reading, Refusal } from '../../law/refusal.ts'
import {
  basisInWords,
  basisName,
  cautionInWords,
  limitInWords,
  readingsInWords,
  validityInWords,
  whyInWords,
} from '../../law/words.ts'
import { formatMoney } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'

/** What is asked about the law, and of which days ('YYYY-MM-DD'). */
export interface AskedLaw {
  day: string
  /** When the dossier was received. */
  receivedOn: string
  /** The days of the campaign that is meant. */
  from: string
  to: string
  year: number
}

/** The parts of what the law says on a day; the name of each is `law.sections.<key>`. */
export const sectionKeys = ['campaign', 'bases', 'form', 'award', 'prize', 'limit', 'data'] as const
export type SectionKey = (typeof sectionKeys)[number]

/** The lines of each part, refusals in words included. */
export const sections: Readonly<
  Record<SectionKey, (asked: AskedLaw, calendar: WorkingCalendar, t: Translate) => readonly string[]>
> = {
  campaign: ({ from, to, year }, _calendar, t) => {
    const found = basesOver(from, to, 'commendation')
    if (!found.held) return [t('law.ofCampaign', { year }), whyInWords(found.why, t)]
    return [
      t('law.ofCampaign', { year }),
      ...found.bases.map(basis => t('law.item', { item: basisInWords(basis, t) })),
      ...beware([found], t),
    ]
  },

  bases: ({ day }, _calendar, t) => {
    const found = basesOn(day, 'commendation')
    if (!found.held) return [whyInWords(found.why, t)]
    return [
      ...found.bases.map(basis => t('law.item', { item: `${basisInWords(basis, t)}${validityInWords(basis, t)}` })),
      ...beware([found], t),
    ]
  },

  form: ({ day, receivedOn }, _calendar, t) =>
    listed(
      (['topicReport', 'submission', 'minutes', 'decision', 'certificate'] as const).map(purpose =>
        formFor(purpose, day, receivedOn),
      ),
      ({ name, number }) => (number === null ? name : t('law.form', { name, number })),
      t,
    ),

  award: ({ day, receivedOn }, _calendar, t) =>
    listed(
      awardLevels.map(level => whoMayAward(day, level, receivedOn)),
      ({ title }) => title,
      t,
    ),

  prize: ({ day }, _calendar, t) =>
    listed(
      awardLevels.flatMap(level =>
        honouredKinds.map(honoured => {
          const prize = prizeFor(day, { level, honoured })
          return prize.held ? { ...prize, level, honoured } : prize
        }),
      ),
      ({ amountVnd, thousandths, baseSalaryVnd, level, honoured }) =>
        t('law.prize', {
          whom: t(`law.honoured.${honoured}`),
          level: t(`law.levels.${level}`),
          sum: formatMoney(amountVnd),
          coefficient: String(thousandths / 1000).replace('.', ','),
          salary: formatMoney(baseSalaryVnd),
        }),
      t,
    ),

  limit: (asked, calendar, t) =>
    limits(['appraisal', 'returnDossier', 'tellDecision', 'beforeConference', 'statistics'], asked, calendar, t),

  data: (asked, calendar, t) =>
    limits(['data.reply', 'data.access', 'data.withdraw', 'data.delete', 'data.protect'], asked, calendar, t),
}

function limits(rules: readonly string[], { day }: AskedLaw, calendar: WorkingCalendar, t: Translate): string[] {
  const found = rules.map(rule => dueBy(rule, day, calendar))
  const held = found.filter(one => one.held)
  if (held.length === 0) return refusals(found, t)
  const lines = held.map(limit =>
    t('law.item', { item: limitInWords({ ...limit, cautions: [], readings: [] }, t).join(' ') }),
  )
  return [...lines, ...others(found, t), ...beware(held, t)]
}

/** A line for each rule that is held; what all of them must be read with, once. Where none is held, why. */
function listed<T extends Grounds>(all: readonly Held<T>[], words: (rule: T) => string, t: Translate): string[] {
  const held = all.filter(one => one.held)
  if (held.length === 0) return refusals(all, t)
  const lines = held.map(rule =>
    t('law.item', {
      item: [
        t('law.rule', { rule: words(rule), bases: rule.bases.map(basis => basisName(basis, t)).join('; ') }),
        ...(rule.confidence === 'A' ? [] : [t(`law.confidence.${rule.confidence}`)]),
        ...(rule.note === null ? [] : [t('law.note', { note: rule.note })]),
      ].join(' '),
    }),
  )
  return [...lines, ...others(all, t), ...beware(held, t)]
}

/** Why the rest of a list is not told; that there never was a rule, or that one came to its end, needs no word beside those that hold. */
function others(all: readonly Held<object>[], t: Translate): string[] {
  const whys = all.flatMap(one => (one.held || one.why.code === 'notHeld' || one.why.code === 'ended' ? [] : [one.why]))
  return [...new Set(whys.map(why => t('law.others', { why: whyInWords(why, t) })))]
}

/** The refusal that says most: that a level never had a rule says nothing beside one that tells when it ended. */
function refusals(all: readonly Held<object>[], t: Translate): string[] {
  const whys = all.flatMap(one => (one.held ? [] : [one.why]))
  const order: readonly Refusal['code'][] = ['unknownDay', 'daysReversed', 'lapsed', 'acrossChange', 'beforeFirst']
  const most = order.flatMap(code => whys.filter(why => why.code === code))[0] ?? whys[0]
  return most ? [whyInWords(most, t)] : []
}

function beware(rules: readonly { cautions: readonly Caution[]; readings: readonly Reading[] }[], t: Translate) {
  return [
    ...new Set(
      rules.flatMap(({ cautions, readings }) => [
        ...cautions.map(caution => cautionInWords(caution, t)),
        ...readingsInWords(readings, t),
      ]),
    ),
  ]
}
