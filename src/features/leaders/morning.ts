import type { Ctx } from '../../contract/feature.ts'
import type { MorningLine } from '../../contract/morning.ts'
import { holds } from '../../people/person.ts'
import { citySum } from './city-sum.ts'
import { fiveLines } from './five-lines.ts'

/** The chairman's day: the five lines of the overview, each with its numbers behind it. */
export async function leadersThisMorning(ctx: Ctx): Promise<MorningLine[]> {
  if (!holds(ctx.person, 'CHAIR') && !holds(ctx.person, 'VICE')) return []
  const lines = await fiveLines(ctx, await citySum(ctx))
  return lines.map(({ text, pieces, page }) => ({ part: 'overview', words: text, pieces, count: null, page }))
}
