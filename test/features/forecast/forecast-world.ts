import type { Plan } from '../../../src/campaign/plan.ts'
import { explanations } from '../../../src/features/forecast/explanations.ts'
import { forecasting } from '../../../src/features/forecast/feature.ts'
import { beat } from '../../../src/reminders/round/beat.ts'
import type { Role } from '../../../src/store/generated/client.ts'
import { placeReport } from '../../support/figures.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'
import { smallPlan } from '../initiatives/small-plan.ts'

const light = {
  countsFrom: '2024-01-01',
  asksFrom: '2024-05-01',
  yearEnd: { from: '2024-11-01', percentOfPace: 200 },
}

const deadline = (code: string, on: string) => ({
  code,
  name: code,
  who: '',
  day: { on },
  legalText: '',
  stated: 'YES' as const,
  isProvisional: false,
  note: null,
})

/** The two disbursement targets with a pilot light, and the hours in which anything may be sent. */
export const litPlan: Partial<Plan> = {
  targets: (smallPlan.targets ?? []).map(target =>
    target.code === 'C13' || target.code === 'C14' ? { ...target, pilotLight: light } : target,
  ),
  deadlines: [deadline('D03', '2024-09-30'), deadline('D04', '2024-12-31')],
  duties: [],
  ladders: {},
  reminderRules: {
    windows: [
      { from: '08:00', to: '11:30' },
      { from: '13:30', to: '16:30' },
    ],
    messagesPerDay: 2,
    isDueDayOffAllowed: false,
  },
}

export interface ForecastWorld extends ChatWorld {
  /** As if nobody had reported, said or been told anything yet. */
  forget(): Promise<void>
  /** Moves the clock to a local time, e.g. '2024-05-31T09:00'. */
  at(local: string): void
  /** One beat of the reminders; how many messages of the pilot light it queued. */
  beat(): Promise<number>
  /** A sum of the ward that was handed in some time ago. */
  reported(day: string, billions: number): Promise<void>
  /** The head reports a sum out of 20 tỷ. */
  report(local: string, billions: string): Promise<string>
  requests(): Promise<{ step: string; state: string; cancelledWhy: string | null }[]>
}

/** A ward with its people, the officers and the finance office; the ward has a capital plan. */
export async function forecastWorld(): Promise<ForecastWorld> {
  const world = await chatWorld('2024-03-20T02:00:00Z', { plan: litPlan, features: [explanations, forecasting] })
  const people: [string, Role, string][] = [
    ['Đầu mối', 'CLERK', 'P1'],
    ['Thủ trưởng', 'HEAD', 'P1'],
    ['Cán bộ', 'PNV', 'NV'],
    ['Tài chính', 'FOCAL', 'TCKH'],
    ['Người ngoài', 'CLERK', 'P2'],
  ]
  for (const [name, role, unit] of people) await world.join(name, role, unit)
  await world.applies('P1', 'C13', 'C14')
  const { prisma } = world.store
  const at = (local: string) => world.clock.set(`${local}:00+07:00`)
  return {
    ...world,
    at,
    async forget() {
      await prisma.outbox.deleteMany()
      await prisma.explanationRequest.deleteMany()
      await prisma.recordMove.deleteMany()
      await prisma.reportFigure.deleteMany()
      await prisma.recordVersion.deleteMany()
      await prisma.record.deleteMany()
      await prisma.setting.deleteMany()
      await prisma.draft.deleteMany()
      await prisma.person.updateMany({ data: { quietFrom: null, quietTo: null } })
    },
    async beat() {
      const where = { dedupeKey: { startsWith: 'explain:' }, state: 'QUEUED' as const }
      const before = await prisma.outbox.count({ where })
      await beat(world.system, 'one')
      return (await prisma.outbox.count({ where })) - before
    },
    async reported(day, billions) {
      const { id: authorId } = await prisma.person.findFirstOrThrow({ where: { fullName: 'Thủ trưởng' } })
      await placeReport(prisma, {
        ...{
          campaignId: world.campaign.id,
          unitCode: 'P1',
          targetCodes: ['C13', 'C14'],
          period: day.slice(0, 7),
          authorId,
        },
        ...{ numerator: BigInt(billions * 1_000) * 1_000_000n, denominator: 20_000_000_000n },
        ...{ asOf: day, at: world.clock.now() },
      })
    },
    async report(local, billions) {
      at(local)
      const period = await world.talk('Thủ trưởng', '/baocao', 'C13')
      if ((period.choices ?? []).length > 0) await world.say('Thủ trưởng', 'tháng này')
      const asked = await world.talk('Thủ trưởng', '20 tỷ', billions, 'bỏ qua')
      return (asked.text.includes('thấp hơn') ? asked : await world.say('Thủ trưởng', '1')).text
    },
    requests: () =>
      prisma.explanationRequest.findMany({
        orderBy: { id: 'asc' },
        select: { step: true, state: true, cancelledWhy: true },
      }),
  }
}

/** What a person was asked, oldest first. */
export async function asked(world: ChatWorld, name: string) {
  const rows = await world.store.prisma.outbox.findMany({
    where: { account: { externalId: name }, dedupeKey: { startsWith: 'explain:' } },
    orderBy: { seq: 'asc' },
    include: { account: { select: { externalId: true } } },
  })
  return rows.map(({ seq, state, why, body, createdAt, expiresAt }) => {
    const { message } = body as unknown as { message: Message }
    return { seq, state, why, message, createdAt, expiresAt }
  })
}

type Message = Awaited<ReturnType<ChatWorld['say']>>
