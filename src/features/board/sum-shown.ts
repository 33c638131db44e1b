import type { Target } from '../../campaign/target.ts'
import type { Ctx } from '../../contract/feature.ts'
import { measureOfSum, type Sum } from '../../figures/sum.ts'
import { shownFigure } from '../progress/wording.ts'

/** A sum over units in words; nothing where the target has none. */
export function sumShown({ t }: Pick<Ctx, 't'>, target: Target, { figure }: Pick<Sum, 'figure'>): string {
  return figure ? shownFigure(t, { measure: measureOfSum(target) }, figure) : ''
}
