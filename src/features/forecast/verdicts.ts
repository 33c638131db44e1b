import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { type Pilot, pilotsOf } from './pilot.ts'
import { type Asked, requestsOf, seriesByUnit, unitsOf } from './store.ts'
import { gravity, type Light, type Verdict, verdictOf, worstLight } from './verdict.ts'

/** One unit's sum, as it is shown. */
export interface UnitVerdict {
  /** Names it in addresses and buttons: «UB-P-VD.C13». */
  id: string
  unitCode: string
  unitName: string
  pilot: Pilot
  verdict: Verdict
  light: Light
  /** What it was asked to explain, oldest first. */
  requests: readonly Asked[]
}

/** Every unit that is judged by a pilot's targets and that this person may see: those in need first. */
export async function unitVerdicts(ctx: Ctx): Promise<UnitVerdict[]> {
  const found: UnitVerdict[] = []
  for (const pilot of pilotsOf(ctx.campaign)) {
    const judged = [...(await unitsOf(ctx.tx, ctx.campaign, pilot))]
    found.push(
      ...(await of(
        ctx,
        pilot,
        judged.filter(unitCode => may(ctx.person, 'unit.see', { unitCode })),
      )),
    )
  }
  return found.sort(
    (a, b) =>
      gravity[b.light] - gravity[a.light] ||
      (a.unitName < b.unitName ? -1 : 1) ||
      a.pilot.code.localeCompare(b.pilot.code),
  )
}

/** One of them; null: there is none, or this person may not see it. */
export async function findVerdict(ctx: Ctx, id: string): Promise<UnitVerdict | null> {
  const dot = id.lastIndexOf('.')
  const unitCode = id.slice(0, Math.max(dot, 0))
  const pilot = pilotsOf(ctx.campaign).find(({ code }) => code === id.slice(dot + 1))
  if (!pilot || !ctx.campaign.units.has(unitCode) || !may(ctx.person, 'unit.see', { unitCode })) return null
  const [found] = await of(ctx, pilot, [unitCode])
  return found ?? null
}

async function of(ctx: Ctx, pilot: Pilot, units: readonly string[]): Promise<UnitVerdict[]> {
  const series = await seriesByUnit(ctx.tx, ctx.campaign, pilot, units)
  const requests = await requestsOf(ctx.tx, ctx.campaign, pilot, units)
  return units.map(unitCode => {
    const verdict = verdictOf(series.get(unitCode) ?? [], pilot, ctx.today.toString())
    return {
      id: verdictId(unitCode, pilot),
      unitCode,
      unitName: unitName(ctx.campaign, unitCode),
      pilot,
      verdict,
      light: worstLight(verdict),
      requests: requests.filter(request => request.unitCode === unitCode),
    }
  })
}

export function verdictId(unitCode: string, { code }: Pick<Pilot, 'code'>): string {
  return `${unitCode}.${code}`
}

/** Address of the page on the desk. */
export const DESK_PATH = 'du-bao'
