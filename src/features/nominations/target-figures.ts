import { deadlineDay } from '../../campaign/due-days.ts'
import { spanOf } from '../../campaign/report-period.ts'
import type { Target } from '../../campaign/target.ts'
import type { Ctx } from '../../contract/feature.ts'
import { computedFrom } from '../../figures/computed.ts'
import { noFigure } from '../../figures/figure.ts'
import { listKindName } from '../../figures/listed.ts'
import { applyingAt, factsOf } from '../board/facts.ts'
import { type Facts, sourceOf } from '../board/source.ts'
import { launchDocument } from '../launch/kind.ts'
import { primaryCode } from '../progress/report-key.ts'
import { isReported } from '../progress/targets.ts'
import type { TargetFacts } from './check/facts.ts'
import type { Evidence } from './check/finding.ts'

type CheckCtx = Pick<Ctx, 'tx' | 'campaign' | 'today'>

/** How units stand to the targets that judge collectives, on the day: a few statements, however many units are asked for. */
export async function targetsOfUnits(
  ctx: CheckCtx,
  unitCodes: readonly string[],
): Promise<ReadonlyMap<string, readonly TargetFacts[]>> {
  if (unitCodes.length === 0) return new Map()
  const { plan, year } = ctx.campaign
  const targets = plan.targets.filter(({ judges }) => judges === 'COLLECTIVE')
  const days = new Map(targets.map(target => [target.code, dayOf(ctx, target)]))
  const whole = spanOf(String(year)) ?? { from: plan.startsOn, to: plan.endsOn }
  // What is due before the year ends is judged by what was reported up to its day, not by what came later.
  const reported = targets.filter(target => isReported(plan, target)).map(({ code }) => code)
  const dueOn = (code: string) => days.get(code) ?? plan.endsOn
  const ends = new Set(reported.map(dueOn).filter(day => day < whole.to && day < ctx.today.toString()))
  const applying = await applyingAt(ctx, null)
  const read = (to: string, codes: readonly string[]) => {
    const applies = (unitCode: string, code: string) => applying.get(unitCode)?.get(code) === 'APPLIES'
    const wanted = unitCodes.map(unit => [unit, new Set(codes.filter(code => applies(unit, code)))] as const)
    const topics = [...new Set(codes.flatMap(code => [code, primaryCode(plan, code)]))]
    return factsOf(ctx, { from: whole.from, to }, null, new Map(wanted), topics)
  }
  const byEnd = new Map<string, Facts>()
  const dueBy = (to: string) => reported.filter(code => dueOn(code) === to)
  for (const to of ends) byEnd.set(to, await read(to, dueBy(to)))
  const late = reported.filter(code => !ends.has(dueOn(code)))
  const all = await read(whole.to, late)
  const launched = await launchesOf(ctx, unitCodes)
  return new Map(
    unitCodes.map(unitCode => [
      unitCode,
      targets.map(target => {
        const targetDay = days.get(target.code) ?? plan.endsOn
        const facts = byEnd.get(targetDay) ?? all
        const common = { code: target.code, measure: target.measure, targetDay }
        const applies = applying.get(unitCode)?.get(target.code) ?? null
        return { ...common, applies, ...figureOf(ctx, target, unitCode, facts, launched) }
      }),
    ]),
  )
}

type Figured = Pick<TargetFacts, 'figure' | 'isVerified' | 'until' | 'rows'>

function figureOf(
  ctx: CheckCtx,
  target: Target,
  unitCode: string,
  facts: Facts,
  launched: ReadonlyMap<string, Evidence>,
): Figured {
  const today = ctx.today.toString()
  const [until = today] = [facts.to, today].sort()
  if (!isReported(ctx.campaign.plan, target) && computedFrom(target) === null) {
    if (target.measure.kind !== 'DOCUMENT') return registered(unitCode, facts, until)
    const launch = launched.get(unitCode)
    return launch ? { figure: { ...noFigure, isDone: true }, isVerified: true, until, rows: [launch] } : nothing
  }
  const { figure, source } = sourceOf(target, unitCode, facts)
  if (figure === null || source === null) return nothing
  switch (source.kind) {
    case 'reports': {
      const { reports } = source
      const ends = reports.map(({ period }) => spanOf(period)?.to ?? '').toSorted()
      return {
        figure,
        isVerified: reports.every(({ state }) => state === 'VERIFIED' || state === 'LOCKED'),
        until: ends[0] ?? null,
        rows: reports.map(({ recordId }) => ({ label: target.code, record: { kind: 'report', id: recordId } })),
      }
    }
    // Of units without sub-units or initiatives there is nothing to count.
    case 'register':
      return { figure, isVerified: true, until, rows: [] }
    case 'list':
      return {
        ...{ figure, until, isVerified: source.lists.every(({ state }) => state === 'VERIFIED') },
        rows: source.lists.map(({ recordId }) => ({
          label: target.code,
          record: { kind: listKindName, id: recordId },
        })),
      }
    case 'ranking':
      return { figure, isVerified: true, until, rows: [{ label: source.entry.decision, record: null }] }
  }
}

/** What is counted in the register of initiatives: those of the unit itself. */
function registered(unitCode: string, facts: Facts, until: string): Figured {
  const count = facts.register.get(unitCode)?.registered ?? 0
  return { figure: { ...noFigure, numerator: BigInt(count) }, isVerified: true, until, rows: [] }
}

const nothing: Figured = { figure: null, isVerified: false, until: null, rows: [] }

function dayOf({ campaign: { plan, calendar } }: CheckCtx, { deadline }: Target): string {
  return deadlineDay(plan, deadline, calendar)?.toString() ?? plan.endsOn
}

/** The accepted launch documents, by unit. */
async function launchesOf({ tx, campaign }: CheckCtx, unitCodes: readonly string[]) {
  const launches = await tx.record.findMany({
    where: { campaignId: campaign.id, kind: launchDocument.name, unitCode: { in: [...unitCodes] }, state: 'ACCEPTED' },
    select: { id: true, code: true, unitCode: true },
  })
  return new Map(
    launches.map(({ id, code, unitCode }) => [unitCode, { label: code, record: { kind: launchDocument.name, id } }]),
  )
}
