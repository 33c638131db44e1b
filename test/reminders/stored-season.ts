import { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../../src/campaign/active.ts'
import { type CalendarData, workingCalendar } from '../../src/campaign/calendar.ts'
import type { Plan } from '../../src/campaign/plan.ts'
import { steppedClock } from '../../src/clock.ts'
import { registryOf } from '../../src/intake/registry.ts'
import type { System } from '../../src/intake/system.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { loadTexts } from '../../src/texts.ts'
import { silentLog } from '../support/database.ts'
import { onlyCampaign } from '../support/only-campaign.ts'
import { off2024 } from './calendar-2024.ts'
import { defaultLadder, defaultRules } from './default-ladder.ts'

const start = new Date('2024-03-01T00:00:00Z')
export const timeZone = 'Asia/Ho_Chi_Minh'

/** The calendar of 2024, with days off that were added to it. */
export function calendarData(more: readonly string[] = []): CalendarData {
  const off = [...off2024, ...more].map(date => ({ date, name: date }))
  return {
    timeZone,
    weekend: ['SAT', 'SUN'],
    years: { 2024: { status: 'official', off, workingWeekend: ['2024-05-04'] } },
  }
}

/** Only what the reminders read of a plan. */
const plan: Pick<
  Plan,
  | 'duties'
  | 'targets'
  | 'ladders'
  | 'reminderRules'
  | 'managingOffices'
  | 'startsOn'
  | 'endsOn'
  | 'participants'
  | 'deadlines'
> = {
  startsOn: '2024-03-15',
  endsOn: '2024-12-31',
  participants: {
    collectives: [{ code: 'G4', name: 'UBND các phường, xã', unitKinds: ['ward'], isInvited: false, owingUnits: [] }],
    people: [],
  },
  managingOffices: ['PNV'],
  reminderRules: defaultRules,
  ladders: { default: defaultLadder },
  targets: [],
  deadlines: [],
  duties: [
    {
      code: 'D02',
      name: 'Văn bản phát động phong trào thi đua',
      owedBy: { kind: 'every' },
      metBy: { kind: 'launchDocument' },
      target: 'C01',
      due: { kind: 'once', deadline: 'D02' },
      legalText: 'trong Quý I/2024',
      opensDaysBefore: null,
      ladder: 'default',
      isVoluntary: false,
      section: 'IV.1',
    },
  ],
}

export interface Season {
  system: System
  clock: ReturnType<typeof steppedClock>
  campaign: ActiveCampaign
  /** By unit code. */
  obligation: Readonly<Record<string, string>>
  /** `clerk-<unit>`, `head-<unit>`, `officer`. */
  person: Readonly<Record<string, string>>
  account: Readonly<Record<string, string>>
}

/** A stored campaign: each unit owes the launch document by Sunday 31/03/2024 and has a focal point and a head. */
export async function storedSeason(
  store: Pick<Store, 'prisma'>,
  units: readonly string[],
  { spares = 0 } = {},
): Promise<Season> {
  const { prisma } = store
  const codes = [...units, 'PNV']
  const campaignId = newId(start)
  await prisma.campaign.create({
    data: {
      id: campaignId,
      code: 'T',
      year: 2024,
      name: 'T',
      startsOn: '2024-03-15',
      endsOn: '2024-12-31',
      plan: {},
      planHash: 'h',
      loadedAt: start,
      isActive: true,
    },
  })
  await prisma.unit.createMany({
    data: codes.map(code => ({
      code,
      name: code === 'PNV' ? 'Phòng Nội vụ' : `Phường ${code}`,
      nameFolded: code,
      kind: 'ward',
    })),
  })
  const season = {
    obligation: {} as Record<string, string>,
    person: {} as Record<string, string>,
    account: {} as Record<string, string>,
  }
  const join = async (name: string, role: 'CLERK' | 'HEAD' | 'PNV' | null, unitCode: string): Promise<void> => {
    const personId = newId(start)
    const accountId = newId(start)
    season.person[name] = personId
    season.account[name] = accountId
    await prisma.person.create({ data: { id: personId, fullName: `Họ ${name}`, givenName: name, createdAt: start } })
    await prisma.account.create({
      data: { id: accountId, channel: 'web', externalId: name, personId, createdAt: start },
    })
    await prisma.conversation.create({ data: { accountId } })
    if (!role) return
    await prisma.roleAssignment.create({
      data: { id: newId(start), personId, unitCode, role, validFrom: '2024-01-01' },
    })
  }
  for (const code of units) {
    await join(`clerk-${code}`, 'CLERK', code)
    await join(`head-${code}`, 'HEAD', code)
    const id = newId(start)
    season.obligation[code] = id
    await prisma.obligation.create({
      data: {
        id,
        campaignId,
        unitCode: code,
        dutyCode: 'D02',
        targets: [],
        dueOn: '2024-03-31',
        opensOn: '2024-03-15',
        remindBy: '2024-03-29',
      },
    })
  }
  await join('officer', 'PNV', 'PNV')
  // People without a role yet, to take one over.
  for (let spare = 2; spare < 2 + spares; spare++) await join(`spare-${spare}`, null, '')

  const campaign: ActiveCampaign = onlyCampaign({
    id: campaignId,
    code: 'T',
    year: 2024,
    // The reminders read nothing else of the plan.
    plan: plan as Plan,
    planHash: 'h',
    calendar: workingCalendar(calendarData()),
    timeZone,
    startsOn: Temporal.PlainDate.from('2024-03-15'),
    endsOn: Temporal.PlainDate.from('2024-12-31'),
    units: new Map(
      codes.map(code => [
        code,
        {
          code,
          name: code === 'PNV' ? 'Phòng Nội vụ' : `Phường ${code}`,
          kind: code === 'PNV' ? 'city' : 'ward',
          parentCode: null,
          validFrom: null,
          validTo: null,
          endKnownAt: null,
          successors: [],
        },
      ]),
    ),
  })
  const clock = steppedClock('2024-03-15T01:00:00Z')
  const vi = loadTexts('vi')
  const system: System = {
    prisma,
    clock,
    log: silentLog,
    registry: registryOf([]),
    texts: () => vi,
    defaultLocale: 'vi',
    campaign: async () => campaign,
    publicUrl: 'http://localhost',
    officeSecret: async () => 'the secret of a test',
    wake: () => undefined,
    place: () => null,
  }
  return { ...season, system, clock, campaign }
}

/** What the outbox would do: everything waiting arrives. */
export async function deliverAll({ system }: Season): Promise<void> {
  await system.prisma.outbox.updateMany({
    where: { state: 'QUEUED' },
    data: { state: 'SENT', sentAt: system.clock.now() },
  })
}
