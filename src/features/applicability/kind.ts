import type { Ctx } from '../../contract/feature.ts'
import { answersOf } from '../../records/answers.ts'
import { anyKind, recordKind } from '../../records/kind.ts'
import { versionOf } from '../../records/store.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { isReported } from '../progress/targets.ts'
import { asThePlanSays, type Decided, decidePairs } from './decide-pairs.ts'
import { proposalForm } from './form.ts'
import { applicabilityRights } from './rights.ts'

const { propose, approve, decide } = applicabilityRights

/** What a unit proposes about the targets that apply to it (K02); confirmed, it holds. */
export const proposal = recordKind({
  name: 'applicability',
  letters: 'AD',
  path: 'de-nghi-ap-dung',
  group: 'unitWork',
  route: 'applicability',
  table: 'proposals',
  form: proposalForm,
  states: {
    DRAFT: { tone: 'neutral', handsIn: true },
    SENT: { tone: 'waiting', waits: ['confirm'] },
    RETURNED: { tone: 'bad', handsIn: true },
    CONFIRMED: { tone: 'good' },
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
  startedWith: targetsOf,
  shownWith: ({ campaign }) => ({ targets: campaign.plan.targets.map(({ code, name }) => ({ code, label: name })) }),
  title: ({ targets, state }, { t, campaign }) => {
    const names = targets.map(code => campaign.plan.targets.find(one => one.code === code)?.name ?? code)
    return t(`applicability.titled.${state}`, { names: names.join('; ') })
  },
  columns: ['targets', 'state', 'reason'],
  hooks: { afterMove: follow },
})

/** The targets that units report, each with how it stands for this unit; those that nobody has confirmed come first. */
async function targetsOf({ tx, campaign, t }: Ctx, unitCode: string) {
  const rows = await tx.applicability.findMany({ where: { campaignId: campaign.id, unitCode } })
  const order = ['PENDING', 'APPLIES', 'NOT_APPLICABLE']
  const targets = campaign.plan.targets
    .filter(target => isReported(campaign.plan, target))
    .map(({ code, name }) => {
      const state = rows.find(({ targetCode }) => targetCode === code)?.state ?? 'NOT_APPLICABLE'
      return { code, state, label: `${name} (${t(`applicability.states.of.${state}`)})` }
    })
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return { targets: targets.map(({ code, label }) => ({ code, label })) }
}

/** Confirmed, it holds; taken back, what the plan says holds again. */
async function follow(ctx: Ctx, record: StoredRecord, move: string): Promise<void> {
  if (move !== 'confirm' && !(move === 'reopen' && (await wasConfirmed(ctx, record)))) return
  const { targets, state, reason } = answersOf(anyKind(proposal), await versionOf(ctx.tx, record.id, record.version))
  const pairs = (targets as readonly string[]).map(targetCode => ({ unitCode: record.unitCode, targetCode }))
  const why = `${record.code}: ${String(reason)}`
  await (move === 'confirm' ? decidePairs(ctx, pairs, state as Decided, why) : asThePlanSays(ctx, pairs, why))
}

/** What has just been taken back was the confirmation, and not a refusal or a return. */
async function wasConfirmed({ tx }: Ctx, { id: recordId }: StoredRecord): Promise<boolean> {
  const [, before] = await tx.recordMove.findMany({ where: { recordId }, orderBy: { seq: 'desc' }, take: 2 })
  return before?.action === 'confirm'
}
