import { competes, groupOf } from '../../campaign/competing.ts'
import type { Target } from '../../campaign/target.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { isReported } from '../progress/targets.ts'
import { type Decided, decidePairs } from './decide-pairs.ts'
import { applicabilityRights } from './rights.ts'
import { TargetTable, type UnitStands } from './target-table.tsx'
import { TargetsTable } from './targets-table.tsx'

/** Target by target: for which units it applies, by whose word; decided for chosen units or a whole group, with a reason. */
export const applicabilityRoom: DeskRoom = {
  path: 'ap-dung',
  title: 'applicability.room.title',
  door: 'figures',
  mayOpen: person => may(person, applicabilityRights.decide),

  answer: async (ctx, request) => {
    if (!may(ctx.person, applicabilityRights.decide)) return null
    const { plan } = ctx.campaign
    const targets = plan.targets.filter(target => isReported(plan, target))
    const rows = await ctx.tx.applicability.findMany({ where: { campaignId: ctx.campaign.id } })
    if (request.rest === '') {
      return {
        title: ctx.t('applicability.room.title'),
        body: () => <TargetsTable {...{ ctx, targets, rows, address: request.address }} />,
      }
    }
    const target = targets.find(({ code }) => code === request.rest)
    if (!target) return null
    const units: UnitStands[] = [...ctx.campaign.units.values()]
      .filter(unit => competes(plan, unit))
      .map(unit => ({
        ...{ code: unit.code, name: unit.name, group: groupOf(plan, unit) ?? '' },
        row: rows.find(({ unitCode, targetCode }) => unitCode === unit.code && targetCode === target.code) ?? null,
      }))
      .toSorted((a, b) => orderOf(a) - orderOf(b))
    const wanted = states.find(state => state === request.search.get('trang-thai'))
    const shown = wanted && !request.form ? units.filter(({ row }) => row?.state === wanted) : units
    return request.form ? decided(ctx, request, target, units, request.form) : asking(ctx, request, target, shown, null)
  },
}

const states = ['PENDING', 'APPLIES', 'NOT_APPLICABLE'] as const

/** Those that nobody has settled come first. */
function orderOf({ row }: UnitStands): number {
  return row?.state === 'PENDING' ? 0 : row?.state === 'APPLIES' ? 1 : 2
}

function asking(
  ctx: Ctx,
  { address, csrf }: RoomRequest,
  target: Target,
  units: readonly UnitStands[],
  problem: string | null,
): RoomAnswer {
  return {
    title: target.name,
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => <TargetTable {...{ ctx, target, units, address, csrf, problem }} />,
  }
}

async function decided(
  ctx: Ctx,
  request: RoomRequest,
  target: Target,
  units: readonly UnitStands[],
  form: FormData,
): Promise<RoomAnswer> {
  const group = String(form.get('nhom') ?? '')
  const marked = new Set(form.getAll('dv').map(String))
  const chosen = units.filter(unit => marked.has(unit.code) || (group !== '' && unit.group === group))
  const state = (['APPLIES', 'NOT_APPLICABLE'] as const).find(one => one === form.get('trang-thai'))
  const reason = String(form.get('ly-do') ?? '')
    .normalize('NFC')
    .trim()
    .slice(0, 2_000)
  const problem = !state
    ? 'stateMissing'
    : chosen.length === 0
      ? 'unitsMissing'
      : reason.length < 5
        ? 'reasonMissing'
        : null
  if (problem !== null || !state) return asking(ctx, request, target, units, ctx.t(`applicability.room.${problem}`))
  const pairs = chosen.map(({ code }) => ({ unitCode: code, targetCode: target.code }))
  const changed = await decidePairs(ctx, pairs, state satisfies Decided, reason)
  const say = ctx.t('applicability.room.done', { changed, kept: chosen.length - changed })
  return { goTo: `${request.address}/${target.code}`, isGood: true, say }
}
