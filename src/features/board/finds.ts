import { competes } from '../../campaign/competing.ts'
import { spanOf } from '../../campaign/report-period.ts'
import { existsWithin } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Found } from '../../contract/found.ts'
import { may } from '../../people/may.ts'
import { fold } from '../../reading/text.ts'
import { boardRoom } from './board-room.tsx'
import { presentPeriod } from './board-view.ts'
import { boardTargets } from './matrix.ts'

const most = 10

/** Rows and columns of the present board whose name or code holds the words. */
export async function findOnBoard(ctx: Ctx, words: readonly string[]): Promise<readonly Found[]> {
  const { t, campaign, person } = ctx
  const span = spanOf(presentPeriod(ctx))
  if (!boardRoom.mayOpen(person) || !span) return []
  const holds = ({ code, name }: { code: string; name: string }) => {
    const folded = fold(`${code} ${name}`)
    return words.every(word => folded.includes(word))
  }
  const found = (group: string, folder: string) => (one: { code: string; name: string }) => ({
    ...{ group: t(`search.${group}`), title: one.name, more: '' },
    page: `${boardRoom.path}/${folder}/${encodeURIComponent(one.code)}`,
  })
  const units = [...campaign.units.values()].filter(
    unit =>
      competes(campaign.plan, unit) &&
      existsWithin(unit, span.from, span.to) &&
      may(person, 'unit.see', { unitCode: unit.code }),
  )
  const withFormerNames = ({ code, name }: { code: string; name: string }) => {
    const former = [...campaign.units.values()].filter(({ successors }) => successors.includes(code))
    return { code, name: [name, ...former.map(one => one.name)].join(' ') }
  }
  return [
    ...units
      .filter(unit => holds(withFormerNames(unit)))
      .slice(0, most)
      .map(found('units', 'don-vi')),
    ...boardTargets(ctx).filter(holds).slice(0, most).map(found('targets', 'chi-tieu')),
  ]
}
