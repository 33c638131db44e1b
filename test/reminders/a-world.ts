import type { Owed } from '../../src/reminders/plan/owed.ts'
import type { Recipient } from '../../src/reminders/plan/recipients.ts'
import type { World } from '../../src/reminders/round/preview.ts'
import { loadTexts } from '../../src/texts.ts'
import { calendar2024 } from './calendar-2024.ts'
import { defaultLadder, defaultRules } from './default-ladder.ts'

export const timeZone = 'Asia/Ho_Chi_Minh'
const vi = loadTexts('vi')

export function recipient(personId: string, role: 'CLERK' | 'HEAD' | 'PNV' | 'FOCAL', unitCode: string): Recipient {
  return {
    personId,
    name: personId,
    locale: 'vi',
    roles: [{ role, unitCode }],
    unreachable: null,
    quietFrom: null,
    quietTo: null,
    sentToday: 0,
  }
}

export function owed(id: string, unitCode: string, dueOn: string, more: Partial<Owed> = {}): Owed {
  return { id, unitCode, state: 'OPEN', dueOn, returnedOn: null, ladder: 'default', focalAgencies: [], ...more }
}

/** A small world: the given obligations, and for each unit one focal point `clerk-U`, one head `head-U`; one officer. */
export function aWorld(obligations: Owed[], more: Partial<World> = {}): World {
  const units = [...new Set(obligations.map(one => one.unitCode))]
  return {
    timeZone,
    campaign: { id: 'campaign', codeMark: '', shownAs: null },
    calendar: calendar2024(),
    rules: defaultRules,
    ladders: { default: defaultLadder },
    owed: obligations,
    recipients: [
      ...units.flatMap(unit => [recipient(`clerk-${unit}`, 'CLERK', unit), recipient(`head-${unit}`, 'HEAD', unit)]),
      recipient('officer', 'PNV', 'PNV'),
    ],
    ledger: [],
    orders: [],
    subjects: new Map(
      obligations.map(one => [
        one.id,
        {
          what: `Việc ${one.id}`,
          brief: `Việc ${one.id}`,
          duty: `Việc ${one.id}`,
          unitCode: one.unitCode,
          unitName: `Đơn vị ${one.unitCode}`,
          how: 'launch',
          target: null,
          period: '',
          reported: null,
        },
      ]),
    ),
    names: new Map(),
    office: 'Phòng Nội vụ',
    texts: () => vi,
    ...more,
  }
}
