import type { Ctx } from '../../../contract/feature.ts'
import type { Done } from '../done.ts'
import { rulesOf } from '../rules/rules.ts'
import { leastOf } from '../rules/share.ts'
import { leads, lockSitting, memberOf, presentIn } from '../sitting.ts'
import { tellMembers } from '../tell.ts'
import { stepTaken } from '../written-down.ts'

/** The vote begins when enough of all members are there; written opinions do not make a quorum. */
export async function beginVote(ctx: Ctx, id: string): Promise<Done> {
  const { tx, now, t } = ctx
  const sitting = await lockSitting(ctx, id, 'UPDATE')
  if (!sitting || !leads(sitting, memberOf(sitting, ctx))) return { ok: false, say: t('council.notAllowed') }
  if (sitting.state !== 'INVITED') return { ok: false, say: t('council.doneBefore') }
  const [present, all] = [presentIn(sitting), sitting.members.length]
  const least = leastOf(all, rulesOf(sitting).quorum)
  if (least === null || present < least)
    return { ok: false, say: t('council.begin.noQuorum', { present, all, least: least ?? all }) }
  await tx.sitting.update({ where: { id }, data: { state: 'VOTING', beganAt: now } })
  await stepTaken(ctx, sitting, 'begin', { to: `${present}/${all}` })
  // Who is absent and has written already has nothing left to do.
  const hasWritten = (id: string) => sitting.cases.some(({ ballots }) => ballots.some(one => one.personId === id))
  const away = sitting.members.filter(({ attendance, personId }) => attendance !== 'PRESENT' && !hasWritten(personId))
  await tellMembers(
    ctx,
    sitting,
    away.map(({ personId }) => personId),
    'began',
  )
  return { ok: true, say: t('council.begin.done', { present, all }) }
}

/** No ballot is taken any more. Nothing is read yet. */
export async function closeVote(ctx: Ctx, id: string): Promise<Done> {
  const { tx, now, t } = ctx
  const sitting = await lockSitting(ctx, id, 'UPDATE')
  if (!sitting || !leads(sitting, memberOf(sitting, ctx))) return { ok: false, say: t('council.notAllowed') }
  if (sitting.state !== 'VOTING') return { ok: false, say: t('council.doneBefore') }
  await tx.sitting.update({ where: { id }, data: { state: 'CLOSED', closedAt: now } })
  await stepTaken(ctx, sitting, 'close')
  const chair = sitting.members.filter(({ part }) => part === 'CHAIR').map(({ personId }) => personId)
  await tellMembers(ctx, sitting, chair, 'closed')
  return { ok: true, say: t('council.close.done') }
}
