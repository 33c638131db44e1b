import { actingUnit } from '../../campaign/acting-unit.ts'
import { isInvited } from '../../campaign/competing.ts'
import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { oweOne } from '../../obligations/owe-one.ts'
import { formatDate } from '../../reading/format.ts'
import { follow } from '../../records/follow.ts'
import { anyKind, type RecordKind } from '../../records/kind.ts'
import { cancelFor, lookAgain } from '../../reminders/round/cancel.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import type { checkForm } from './form.ts'
import { type Checked, saidIn } from './found.ts'
import { tellUnit } from './tell.ts'

/** The unit hears of it: what, when, by whom (DOC07). */
export async function announced(ctx: Ctx, record: StoredRecord): Promise<void> {
  const said = await saidIn(ctx.tx, record)
  await tellUnit(ctx, said.concerns, `check:announced:${record.id}:${record.version}`, t => [
    t('check.told.announced', { ...namesOf(ctx, record, said), day: formatDate(said.plannedOn) }),
    ...(said.team === '' ? [] : [t('check.told.team', { team: said.team })]),
  ])
}

/** The result was recorded (DOC08): what was found opens, the unit hears of it and owes the remedy. */
export async function resulted(
  ctx: Ctx,
  kind: RecordKind<typeof checkForm.fields>,
  record: StoredRecord,
): Promise<void> {
  const said = await saidIn(ctx.tx, record)
  const { findings, remedyBy } = said
  if (findings !== null) await follow(ctx, anyKind(kind), record.id, 'FINDINGS_OPEN')
  await oweRemedy(ctx, { ...record, state: findings === null ? record.state : 'FINDINGS_OPEN' })
  const names = { ...namesOf(ctx, record, said), day: formatDate(said.heldOn), result: said.result }
  const args = { unit: actingUnit(ctx.campaign, said.concerns, ctx.today.toString()), code: record.code }
  await tellUnit(
    ctx,
    said.concerns,
    `check:result:${record.id}:${record.version}`,
    t =>
      findings === null
        ? [t('check.told.clean', names)]
        : [
            t('check.told.result', names),
            t('check.told.findings', { findings }),
            t('check.told.remedyBy', { day: formatDate(remedyBy ?? '') }),
          ],
    findings === null ? null : { to: 'checkRemedy', args },
  )
}

/** What is owed follows the check, as often as it is asked: the remedy while findings stand, nothing when they do not. */
export async function oweRemedy(ctx: Ctx, record: StoredRecord): Promise<void> {
  const { tx, campaign, now, today } = ctx
  const duty = campaign.plan.duties.find(({ metBy }) => metBy.kind === 'checkRemedy')
  if (!duty || record.topic === '') return
  const said = await saidIn(tx, record)
  const unit = campaign.units.get(said.concerns)
  const isOwed = record.state === 'FINDINGS_OPEN' || record.state === 'REMEDIED' || record.state === 'CLOSED'
  const { findings, remedyBy } = said
  const owed =
    isOwed && findings !== null && remedyBy !== null && unit && !isInvited(campaign.plan, unit)
      ? { about: `${record.code} ${said.content}`, dueOn: remedyBy, opensOn: today.toString() }
      : null
  const of = { unitCode: said.concerns, dutyCode: duty.code, period: record.code }
  const changed = await oweOne(tx, campaign, of, owed, now)
  if (changed === null) return
  if (owed === null) await cancelFor(tx, [changed], 'withdrawn', now)
  else await lookAgain(tx, [changed])
}

function namesOf({ campaign }: Ctx, { code, unitCode }: StoredRecord, { concerns, content }: Checked) {
  return { code, content, by: unitName(campaign, unitCode), unit: unitName(campaign, concerns) }
}
