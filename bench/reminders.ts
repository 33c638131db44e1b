import { workingCalendar } from '../src/campaign/calendar.ts'
import type { Duty } from '../src/campaign/duty.ts'
import { readCampaignFiles } from '../src/campaign/files.ts'
import { instantOf } from '../src/clock.ts'
import type { Owed } from '../src/reminders/plan/owed.ts'
import { type PlannerInput, planReminders } from '../src/reminders/plan/planner.ts'
import { type Recipient, RecipientBook } from '../src/reminders/plan/recipients.ts'
import { workingDays } from '../src/reminders/plan/working-days.ts'
import type { Role } from '../src/store/generated/client.ts'
import { measurePair, type Side } from './measure.ts'
import type { Line } from './table.ts'

const each = 10
/** Friday before the end of the first quarter: six of the ten obligations speak. */
const now = instantOf('2024-03-29T01:30:00Z')
const days = ['03-29', '03-31', '04-01', '04-05', '03-22', '03-28', '06-30', '09-30', '11-15', '12-31']

/** (e) Planning one beat with everything open and nothing told yet: a unit among 10,000 and a unit among 1,000. */
export async function manyUnitsAgainstFew(): Promise<Line> {
  const rules = { cost: 'cpu', rounds: 5, warmUp: 1 } as const
  const pair = await measurePair(planning(10_000, 1), planning(1_000, 3), rules)
  return {
    name: `(e) reminders a unit: 10,000 / 1,000 units × ${each} (CPU)`,
    pair,
    unit: 'µs',
    target: { atMost: 1.3, said: 'linear (≤ 1.3×)' },
    note: `planning 10,000 units × ${each} obligations: ${((pair.ours * 10_000) / 1_000_000).toFixed(2)} s`,
  }
}

function planning(units: number, times: number): Side {
  const input = inputOf(units)
  return {
    size: units * times,
    run: () => {
      for (let time = 0; time < times; time++) {
        const { messages } = planReminders(input)
        if (messages.length < units) throw new Error(`${messages.length} messages for ${units} units`)
      }
    },
  }
}

function inputOf(units: number): PlannerInput {
  const files = readCampaignFiles(undefined, undefined)
  if (!files.ok) throw new Error('the default plan is broken')
  const { plan, calendar } = files.value
  const working = workingCalendar(calendar)
  const codes = Array.from({ length: units }, (_, at) => `U${at}`)
  const duties = plan.duties.filter(duty => !duty.isVoluntary)
  const owed: Owed[] = []
  for (const unitCode of codes) {
    for (const [at, day] of days.entries()) {
      const duty = dutyAt(duties, at)
      const id = `${unitCode}-${at}`
      const dueOn = `2024-${day}`
      owed.push({ id, unitCode, state: 'OPEN', dueOn, returnedOn: null, ladder: duty.ladder, focalAgencies: [] })
    }
  }
  return {
    now,
    timeZone: calendar.timeZone,
    calendar: workingDays(day => working.isWorkingDay(day)),
    rules: plan.reminderRules,
    ladders: plan.ladders,
    owed,
    recipients: new RecipientBook([
      ...codes.flatMap(code => [recipient('CLERK', code), recipient('HEAD', code)]),
      recipient('PNV', 'UB-NV'),
    ]),
    ledger: [],
    orders: [],
  }
}

function dutyAt(duties: readonly Duty[], at: number): Duty {
  const duty = duties[at % duties.length]
  if (!duty) throw new Error('the plan has no duties')
  return duty
}

function recipient(role: Role, unitCode: string): Recipient {
  return {
    personId: `${role} ${unitCode}`,
    name: 'Lan',
    locale: 'vi',
    roles: [{ role, unitCode }],
    unreachable: null,
    quietFrom: null,
    quietTo: null,
    sentToday: 0,
  }
}
