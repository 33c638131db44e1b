import { existsOn } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { type Holder, holdersOf } from '../../people/holders.ts'
import type { Role } from '../../store/generated/client.ts'
import type { Sendable } from './sendable.ts'

/** A line of the distribution list of the plan. */
export interface Recipient {
  name: string
  /** «Lưu: VT, NV»: the office's own copy, which goes to nobody's chat. */
  isFiled: boolean
  /** Its units today, and who answers for them in the system. */
  units: number
  people: readonly Holder[]
}

/** Who answers for a unit. */
const addressed: readonly Role[] = ['CHAIR', 'VICE', 'HEAD', 'WARD_CHAIR']

/** All lines of the distribution list, with their people in the system. */
export async function recipientsOf(ctx: Ctx, { isForSome }: Pick<Sendable, 'isForSome'>): Promise<Recipient[]> {
  const { plan, units } = ctx.campaign
  const found: Recipient[] = []
  for (const { name, units: codes, unitKinds, purpose } of plan.recipients) {
    const of = [...units.values()].filter(
      unit =>
        existsOn(unit, ctx.today.toString()) &&
        (codes.includes(unit.code) || unitKinds.some(kind => kind === unit.kind)),
    )
    const unitCodes = of.map(({ code }) => code)
    const people =
      of.length === 0 || isForSome || purpose === 'FILE' ? [] : await holdersOf(ctx.tx, addressed, ctx.today, unitCodes)
    found.push({ name, isFiled: purpose === 'FILE', units: of.length, people })
  }
  return found
}
