import { applicability } from '../../src/campaign/applicability.ts'
import { workingCalendar } from '../../src/campaign/calendar.ts'
import { provisionalDuties } from '../../src/campaign/provisional.ts'
import type { Reported } from '../../src/contract/reported.ts'
import { materialise, type ObligationDraft } from '../../src/obligations/obligations.ts'
import type { Owed } from '../../src/reminders/plan/owed.ts'
import type { Recipient } from '../../src/reminders/plan/recipients.ts'
import { addDays, workingDays } from '../../src/reminders/plan/working-days.ts'
import type { World } from '../../src/reminders/round/preview.ts'
import { subjectOf } from '../../src/reminders/words/subject.ts'
import type { Subject } from '../../src/reminders/words/wording.ts'
import { loadTexts } from '../../src/texts.ts'
import { defaultFiles } from '../support/loaded-campaign.ts'

export interface PlayedSeason {
  world: World
  /** Day on which each obligation is handed in; none: never. */
  metOn: ReadonlyMap<string, string>
  /** Day from which each waits for the head; none: the focal point hands in directly. */
  withHeadOn: ReadonlyMap<string, string>
  /** Changes the world as the units hand in. */
  onMorning(day: string): void
}

/** The season of 2024. Units keep their deadlines as units do: some early, some at the last moment, some late, a few never. */
export function season2024(): PlayedSeason {
  return season(undefined, unit => {
    const metAfter = habits[unit % habits.length] ?? null
    return { metAfter, headBefore: metAfter !== null && metAfter < 0 ? 2 : null }
  })
}

/** How a unit, by its number, does one of its duties: days from the deadline (null: never), days before that with the head. */
export type Habit = (unit: number) => { metAfter: number | null; headBefore: number | null }

/**
 * The real plan 114, moved to a year, with all units that owe something (or every so many of them), one focal point and one head
 * each, one officer.
 */
export function season(year: number | undefined, habitOf: Habit, every = 1): PlayedSeason {
  const { plan, units, calendar } = defaultFiles(year)
  const working = workingCalendar(calendar)
  // As the beat: what has no day yet is not looked at.
  const withoutDay = provisionalDuties(plan)
  const all = materialise(plan, units, applicability(plan, units), working).filter(
    draft => !withoutDay.includes(draft.dutyCode),
  )
  const owing = [...new Set(all.map(draft => draft.unitCode))]
  const drafts = all.filter(draft => owing.indexOf(draft.unitCode) % every === 0)
  const owed = new Map<string, Owed>()
  const subjects = new Map<string, Subject>()
  const metOn = new Map<string, string>()
  const withHeadOn = new Map<string, string>()
  const codes = [...new Set(drafts.map(draft => draft.unitCode))]
  for (const draft of drafts) {
    const duty = plan.duties.find(one => one.code === draft.dutyCode)
    const unitName = units.find(unit => unit.code === draft.unitCode)?.name
    if (!duty || !unitName) throw new Error(draft.key)
    const { key: id, unitCode, dueOn, period } = draft
    const agencies = plan.targets
      .filter(target => draft.targetCodes.includes(target.code))
      .flatMap(target => target.focalAgencies)
    owed.set(id, {
      id,
      unitCode,
      state: 'OPEN',
      dueOn,
      returnedOn: null,
      ladder: duty.ladder,
      focalAgencies: [...new Set(agencies)],
    })
    subjects.set(
      id,
      subjectOf(duty, { unitCode, unitName, period, targets: draft.targetCodes, dueOn, about: '' }, plan),
    )
    const { metAfter, headBefore } = habitOf(codes.indexOf(unitCode))
    if (metAfter === null) continue
    const met = addDays(dueOn, metAfter)
    metOn.set(id, met)
    if (headBefore !== null) withHeadOn.set(id, addDays(met, -headBefore))
  }
  const vi = loadTexts('vi')
  const office =
    plan.managingOffices.find(code =>
      units.some(unit => unit.code === code && (unit.validTo ?? '9') > String(plan.year)),
    ) ?? ''
  const world: World = {
    timeZone: calendar.timeZone,
    campaign: { id: 'campaign', codeMark: '', shownAs: null },
    calendar: workingDays(day => working.isWorkingDay(day)),
    rules: plan.reminderRules,
    ladders: plan.ladders,
    owed: [...owed.values()],
    recipients: [
      ...codes.flatMap(code => [person(`clerk ${code}`, 'CLERK', code), person(`head ${code}`, 'HEAD', code)]),
      person('finance', 'FOCAL', 'UB-TCKH'),
      person('officer', 'PNV', office),
    ],
    ledger: [],
    orders: [],
    subjects,
    names: new Map(),
    office: units.find(unit => unit.code === office)?.name ?? '',
    texts: () => vi,
  }
  return {
    world,
    metOn,
    withHeadOn,
    onMorning: day => {
      for (const [id, reported] of reportedBy(drafts, metOn, day, namesOf(plan.targets))) {
        const subject = subjects.get(id)
        if (subject) subjects.set(id, { ...subject, reported })
      }
      world.owed = [...owed.values()]
        .filter(({ id }) => (metOn.get(id) ?? '9') > day)
        .map(one => ({ ...one, state: (withHeadOn.get(one.id) ?? '9') <= day ? 'WITH_HEAD' : 'OPEN' }))
    },
  }
}

/**
 * What the units have reported by a day: of disbursement the sum of the last month they handed in (each unit at a pace of its own), of the other targets
 * nothing yet, since a whole report is handed in at once.
 */
function* reportedBy(
  drafts: readonly ObligationDraft[],
  metOn: ReadonlyMap<string, string>,
  day: string,
  nameOf: ReadonlyMap<string, string>,
): Iterable<[string, Reported]> {
  const months = new Map<string, number>()
  const units = [...new Set(drafts.map(({ unitCode }) => unitCode))]
  for (const { key, unitCode, dutyCode, dueOn } of drafts) {
    if (!money.has(dutyCode) || (metOn.get(key) ?? '9') > day) continue
    months.set(unitCode, Math.max(months.get(unitCode) ?? 0, Number(dueOn.slice(5, 7))))
  }
  for (const { key, unitCode, dutyCode, dueOn, targetCodes } of drafts) {
    if (money.has(dutyCode)) {
      const month = months.get(unitCode)
      const threshold = dueOn <= `${dueOn.slice(0, 4)}-09-30` ? 80n : 100n
      const numerator = (PLANNED * BigInt(month ?? 0) * BigInt(4 + (units.indexOf(unitCode) % 5))) / 100n
      const missing = (PLANNED * threshold) / 100n - numerator
      const last = `${dueOn.slice(0, 4)}-${String(month).padStart(2, '0')}-28`
      yield [
        key,
        month === undefined
          ? { is: 'nothing' }
          : {
              ...{ is: 'share', unit: 'money', numerator, denominator: PLANNED, threshold: Number(threshold) },
              ...{ missing: missing > 0n ? missing : 0n, asOf: last },
            },
      ]
    } else if (reports.has(dutyCode)) {
      const missing = targetCodes.map(code => nameOf.get(code) ?? code)
      yield [key, { is: 'some', done: 0, all: targetCodes.length, missing }]
    }
  }
}

function namesOf(targets: readonly { code: string; name: string }[]): ReadonlyMap<string, string> {
  return new Map(targets.map(({ code, name }) => [code, name]))
}

const money: ReadonlySet<string> = new Set(['D03', 'D04', 'D09M'])
const reports: ReadonlySet<string> = new Set(['D09', 'D10'])
const PLANNED = 12_500_000_000n

/** Days from the deadline on which a unit hands in; null: never. */
const habits = [-12, -9, -5, -2, 0, -6, -3, 2, -1, 5, -8, 20, -4, null, -10, 1, -7]

function person(personId: string, role: 'CLERK' | 'HEAD' | 'PNV' | 'FOCAL', unitCode: string): Recipient {
  const name = { CLERK: 'Lan', HEAD: 'Hùng', PNV: 'Mai', FOCAL: 'Sơn' }[role]
  return {
    personId,
    name,
    locale: 'vi',
    roles: [{ role, unitCode }],
    unreachable: null,
    quietFrom: null,
    quietTo: null,
    sentToday: 0,
  }
}
