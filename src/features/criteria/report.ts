import { withFormer } from '../../campaign/acting-unit.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { decision, right } from '../../people/right.ts'
import { beginRecord } from '../../records/begin.ts'
import { type AnyKind, recordKind } from '../../records/kind.ts'
import { criteriaIn, criterionReportForm, outcomes, reportKindName } from './report-form.ts'

const heads = { HEAD: 'own', WARD_CHAIR: 'own' } as const
const write = right('criterionReport.write', { ...heads, CLERK: 'own' })
const receive = decision('criterionReport.receive', { PNV: 'all' })

/** What a unit reports on a criterion of its own, through its head; the newest stands. */
export const criterionReport = recordKind({
  name: reportKindName,
  letters: 'BT',
  path: 'bao-cao-tieu-chi-rieng',
  group: 'unitWork',
  route: reportKindName,
  table: 'own-criteria-reports',
  form: criterionReportForm,
  states: {
    DRAFT: { tone: 'neutral', handsIn: true },
    SENT: { tone: 'waiting', waits: ['receive'], counts: true },
    RETURNED: { tone: 'bad', handsIn: true },
    RECEIVED: { tone: 'good', counts: true },
    WITHDRAWN: { tone: 'neutral' },
  },
  begins: 'DRAFT',
  handedIn: 'SENT',
  moves: {
    receive: { from: ['SENT'], to: 'RECEIVED', right: receive, asks: 'nothing', tone: 'good' },
    return: { from: ['SENT', 'RECEIVED'], to: 'RETURNED', right: receive, asks: 'return', tone: 'bad' },
    withdraw: { from: ['DRAFT', 'SENT', 'RETURNED'], to: 'WITHDRAWN', right: write, asks: 'reason', tone: 'bad' },
  },
  rights: { write, approve: right('criterionReport.approve', heads) },
  startedWith: criteriaOffered,
  correctedWith: (ctx, { unitCode }) => criteriaOffered(ctx, unitCode),
  shownWith: (_, record) => ({ criteria: record ? [{ code: record.topic, label: record.title }] : [] }),
  title: ({ criterion }, _, params) => criteriaIn(params).find(({ code }) => code === criterion)?.label ?? criterion,
  searched: ({ result }) => result,
  topic: ({ criterion }) => criterion,
  columns: ['criterion', 'outcome', 'result'],
  filters: { outcome: outcomes },
})

/** Those of the unit and of the units that it took the place of, as they were confirmed. */
async function criteriaOffered({ tx, campaign, today }: Ctx, unitCode: string) {
  const found = await tx.record.findMany({
    where: {
      ...{ campaignId: campaign.id, kind: 'criterion', state: 'CONFIRMED' },
      unitCode: { in: withFormer(campaign, [unitCode], today.toString()) },
    },
    select: { code: true, title: true },
    orderBy: { number: 'asc' },
  })
  return { criteria: found.map(({ code, title }) => ({ code, label: `${code} ${title}` })) }
}

/** A question without an option is never asked: where nothing was confirmed yet, that is said. */
export async function beginReport(ctx: Ctx, kind: AnyKind, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const outcome = await beginRecord(ctx, kind, args)
  if (!('start' in outcome) || criteriaIn(outcome.params).length > 0) return outcome
  const choices = [{ label: ctx.t('criterion.command.menu'), go: { to: 'criterion' } }]
  return { text: ctx.t('criterionReport.none'), choices }
}
