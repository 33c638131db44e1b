import type { Answers, Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { files } from '../../conversation/kinds/files.ts'
import { integer } from '../../conversation/kinds/number.ts'
import { type Ratio, ratio } from '../../conversation/kinds/ratio.ts'
import { longText } from '../../conversation/kinds/text.ts'
import { yesNo } from '../../conversation/kinds/yes-no.ts'

const of =
  (...kinds: readonly string[]) =>
  (_: Answers, { measure }: Params) =>
    kinds.includes(String(measure))

/** A count is listed; what is not reached is explained. */
function needsDetail({ count, isMet, share }: Answers, { measure, isListed, threshold }: Params): boolean {
  if (measure === 'COUNT') return isListed === 'yes' && typeof count === 'number' && count > 0
  if (measure === 'YES_NO') return isMet === false
  return measure === 'PERCENT' && isRatio(share) && share.numerator * 100 < Number(threshold ?? 0) * share.denominator
}

function isRatio(value: unknown): value is Ratio {
  return typeof value === 'object' && value !== null && 'numerator' in value && 'denominator' in value
}

/**
 * What one person says of themselves for one target (plan §4.2): one question of the kind that the target is measured in, and what must
 * be said with the answer. Two forms of the same questions, so that what is open of one is never taken for the other.
 */
export const resultForm = (id: string) =>
  defineForm({
    id,
    version: 1,
    texts: 'result.form',
    fields: {
      said: longText({ min: 5, max: 2_000, when: of('QUALITATIVE', 'RANK', 'DOCUMENT') }),
      count: integer({ max: 100_000, when: of('COUNT'), counts: ({ label }) => String(label ?? '') }),
      isMet: yesNo({ when: of('YES_NO') }),
      share: ratio({ when: of('PERCENT') }),
      detail: longText({ min: 5, max: 2_000, when: needsDetail }),
      files: files({ optional: true, when: of('QUALITATIVE', 'COUNT', 'PERCENT') }),
    },
  })
