import type { Ctx } from '../../contract/feature.ts'
import type { MorningLine } from '../../contract/morning.ts'
import { forecastPage } from './page.ts'
import { DESK_PATH, unitVerdicts } from './verdicts.ts'

const troubling = ['OVER', 'MISS', 'AT_RISK'] as const

/** The units whose money is forecast to miss, by how sure that is. */
export async function missThisMorning(ctx: Ctx): Promise<MorningLine[]> {
  if (!forecastPage.mayOpen(ctx.person)) return []
  const verdicts = await unitVerdicts(ctx)
  return troubling.flatMap((light): MorningLine[] => {
    const count = verdicts.filter(one => one.light === light).length
    const words = ctx.t('forecast.morning', { light: ctx.t(`forecast.lights.${light}`) })
    return count === 0 ? [] : [{ part: 'miss', words, count, page: `${DESK_PATH}?state=${light}` }]
  })
}
