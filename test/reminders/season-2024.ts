import { applicability } from '../../src/campaign/applicability.ts'
import { workingCalendar } from '../../src/campaign/calendar.ts'
import { readCampaignFiles } from '../../src/campaign/files.ts'
import { materialise } from '../../src/campaign/obligations.ts'
import type { Owed } from '../../src/reminders/owed.ts'
import type { World } from '../../src/reminders/preview.ts'
import type { Recipient } from '../../src/reminders/recipients.ts'
import { subjectOf } from '../../src/reminders/subject.ts'
import type { Subject } from '../../src/reminders/wording.ts'
import { addDays, workingDays } from '../../src/reminders/working-days.ts'
import { loadTexts } from '../../src/texts.ts'

export interface Season2024 {
  world: World
  /** Day on which each obligation is handed in; none: never. */
  metOn: ReadonlyMap<string, string>
  /** Changes the world as the units hand in. */
  onMorning(day: string): void
}

/**
 * The real plan 114 of 2024 with all units that owe something, one focal point and one head each, one officer. Units keep
 * their deadlines as units do: some early, some at the last moment, some late, a few never.
 */
export function season2024(): Season2024 {
  const files = readCampaignFiles(undefined, undefined)
  if (!files.ok) throw new Error(files.problems.map(problem => JSON.stringify(problem)).join('\n'))
  const { plan, units, calendar } = files.value
  const working = workingCalendar(calendar)
  const drafts = materialise(plan, units, applicability(plan, units), working)
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
    subjects.set(id, subjectOf(duty, { unitCode, unitName, period, targets: draft.targetCodes }))
    const habit = habits[codes.indexOf(unitCode) % habits.length] ?? null
    if (habit === null) continue
    metOn.set(id, addDays(dueOn, habit))
    if (habit < 0) withHeadOn.set(id, addDays(dueOn, habit - 2))
  }
  const vi = loadTexts('vi')
  const office =
    plan.managingOffices.find(code => units.some(unit => unit.code === code && (unit.validTo ?? '9') > '2024')) ?? ''
  const world: World = {
    timeZone: calendar.timeZone,
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
    onMorning: day => {
      world.owed = [...owed.values()]
        .filter(({ id }) => (metOn.get(id) ?? '9') > day)
        .map(one => ({ ...one, state: (withHeadOn.get(one.id) ?? '9') <= day ? 'WITH_HEAD' : 'OPEN' }))
    },
  }
}

/** Days from the deadline on which a unit hands in; null: never. */
const habits = [-12, -9, -5, -2, 0, -6, -3, 2, -1, 5, -8, 20, -4, null, -10, 1, -7]

function person(personId: string, role: 'CLERK' | 'HEAD' | 'PNV' | 'FOCAL', unitCode: string): Recipient {
  const name = { CLERK: 'Lan', HEAD: 'Hùng', PNV: 'Mai', FOCAL: 'Sơn' }[role]
  return {
    personId,
    name,
    locale: 'vi',
    roles: [{ role, unitCode }],
    isReachable: true,
    quietFrom: null,
    quietTo: null,
    sentToday: 0,
  }
}
