import type { Ctx, Waiting } from '../../contract/feature.ts'
import { mayEver } from '../../people/may.ts'
import { unitsWhere } from '../../people/person.ts'
import { isOpenTo, mayMove } from './rules.ts'
import { waitingInitiatives } from './store.ts'
import { unitName } from './unit-name.ts'

/** Forms that this officer has not taken in, or that this head has not recognised or rejected. */
export async function waitingForDecision(ctx: Ctx): Promise<Waiting[]> {
  const wanted = {
    unreceived: mayEver(ctx.person, 'initiative.receive'),
    ofUnits: unitsWhere(ctx.person, 'HEAD', 'WARD_CHAIR'),
  }
  if (!wanted.unreceived && wanted.ofUnits.length === 0) return []
  const initiatives = await waitingInitiatives(ctx.tx, ctx.campaign.id, wanted, ctx.person)
  return initiatives
    .filter(initiative =>
      (['receive', 'recognise'] as const).some(
        action => isOpenTo(initiative, action) && mayMove(ctx.person, initiative, action),
      ),
    )
    .map(({ id, code, title, unitCode, isLate, registeredAt }) => ({
      label: ctx.t(isLate ? 'initiatives.waitingLate' : 'initiatives.waiting', {
        code,
        title,
        unit: unitName(ctx, unitCode),
      }),
      since: registeredAt,
      go: { to: 'initiatives.show', args: { id } },
    }))
}
