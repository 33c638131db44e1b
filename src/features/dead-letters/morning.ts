import type { Ctx } from '../../contract/feature.ts'
import type { MorningLine } from '../../contract/morning.ts'
import { deadLettersPage } from './page.ts'

/** Messages that could not be taken in and wait for a decision. */
export async function lettersThisMorning(ctx: Ctx): Promise<MorningLine[]> {
  if (!deadLettersPage.mayOpen(ctx.person)) return []
  const state = { name: 'state', value: 'OPEN' }
  const { total } = await deadLettersPage.rows(ctx, { q: '', filters: { [state.name]: state.value }, page: 1, size: 1 })
  if (total === 0) return []
  const page = `${deadLettersPage.path}?${state.name}=${state.value}`
  return [{ part: 'trouble', words: ctx.t('letters.morning'), count: total, page }]
}
