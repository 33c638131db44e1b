import { officeName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { recordKind } from '../../records/kind.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { criterionForm } from './form.ts'
import { reportKindName } from './report-form.ts'
import { criterionRights } from './rights.ts'

const { propose, approve, decide } = criterionRights

/**
 * A criterion of a unit's own (plan I.2, T09): once confirmed the unit reports on it and it stands on the unit's page. It is no target of
 * the plan: it is in no sum of the City, and nobody is urged about it.
 */
export const criterion = recordKind({
  name: 'criterion',
  letters: 'TC',
  path: 'tieu-chi-rieng',
  group: 'unitWork',
  route: 'criterion',
  command: {
    slash: 'tieuchi',
    behind: 'work',
    words: ['tieuchi|(đặt |đề xuất |thêm |xem |)tiêu chí (riêng|của đơn vị|riêng của đơn vị)'],
  },
  table: 'own-criteria',
  form: criterionForm,
  states: {
    DRAFT: { tone: 'neutral', handsIn: true },
    SENT: { tone: 'waiting', waits: ['confirm'] },
    RETURNED: { tone: 'bad', handsIn: true },
    CONFIRMED: { tone: 'good', counts: true },
    DECLINED: { tone: 'bad' },
    WITHDRAWN: { tone: 'neutral' },
  },
  begins: 'DRAFT',
  handedIn: 'SENT',
  moves: {
    confirm: { from: ['SENT'], to: 'CONFIRMED', right: decide, asks: 'nothing', tone: 'good' },
    decline: { from: ['SENT'], to: 'DECLINED', right: decide, asks: 'reason', tone: 'bad' },
    return: { from: ['SENT'], to: 'RETURNED', right: decide, asks: 'return', tone: 'bad' },
    withdraw: { from: ['DRAFT', 'SENT', 'RETURNED'], to: 'WITHDRAWN', right: propose, asks: 'reason', tone: 'bad' },
  },
  rights: { write: propose, approve },
  startedWith: async ctx => withinCampaign(ctx),
  correctedWith: async ctx => withinCampaign(ctx),
  title: ({ name }) => name,
  searched: ({ goal, reason }) => `${goal} ${reason}`,
  columns: ['name', 'goal', 'dueOn'],
  next: ctx => ctx.t('criterion.next', { office: officeName(ctx.campaign, ctx.today.toString()) }),
  hooks: { restsOn: reportedOn },
})

/** Between which days it is to be reached. */
function withinCampaign({ campaign: { startsOn, endsOn } }: Ctx) {
  return { startsOn: startsOn.toString(), endsOn: endsOn.toString() }
}

/** What the unit has reported stands on it. */
async function reportedOn({ tx, campaign, t }: Ctx, { code }: StoredRecord): Promise<string | null> {
  const where = { campaignId: campaign.id, kind: reportKindName, topic: code, NOT: { state: 'WITHDRAWN' } }
  const count = await tx.record.count({ where })
  return count === 0 ? null : t('criterion.reportedOn', { count })
}
