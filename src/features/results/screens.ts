import { withFormer } from '../../campaign/acting-unit.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { mayEver, reachOf } from '../../people/may.ts'
import { beginRecord } from '../../records/begin.ts'
import type { AnyKind } from '../../records/kind.ts'
import { stateName } from '../../records/naming.ts'
import { initiativesCounted } from '../initiatives/of-person.ts'
import { askedOf, targetsOf, type Whose } from './targets.ts'

type Args = Readonly<Record<string, string>>

/** Without a target: what the person is judged by and how each stands, a press each. With one: its question. */
export async function beginResult(ctx: Ctx, kind: AnyKind, whose: Whose, args: Args): Promise<Outcome> {
  const { t, campaign, person } = ctx
  if (!mayEver(person, kind.rights.write)) return { text: t('records.notAllowed') }
  const targets = targetsOf(campaign.plan, whose)
  const chosen = targets.find(({ code, computed }) => code === args.target && computed === null)
  if (chosen) return beginRecord(ctx, kind, { ...args, ...askedOf(chosen) })
  const units = withFormer(campaign, reachOf(person, kind.rights.write).units, ctx.today.toString())
  const where = { campaignId: campaign.id, kind: kind.name, authorId: person.id, unitCode: { in: units } }
  const reported = await ctx.tx.record.findMany({ where, orderBy: [{ sentAt: 'desc' }, { id: 'asc' }] })
  const counted = await initiativesCounted(ctx, person.id)
  const choices = targets.map(({ code, name, computed }) => {
    if (computed !== null)
      return { label: t('result.line', { name, state: counted }), go: { to: 'initiatives.mine', args: {} } }
    const standing = reported.find(({ topic }) => topic === code)
    const state = standing ? stateName(t, kind, standing, true) : t('result.notYet')
    return { label: t('result.line', { name, state }), go: { to: kind.route, args: { target: code } } }
  })
  return { title: t(`${kind.name}.command.menu`), text: t('result.choose'), choices }
}
