import { unitName } from '../../campaign/names.ts'
import { spanOf } from '../../campaign/report-period.ts'
import { existsOn } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { codesServedBy } from '../../obligations/met-by.ts'
import { isReported } from '../progress/targets.ts'
import type { Opened } from './opened.ts'
import { type Dossier, type Known, type NoRow, wanted } from './paste/known.ts'

/** What the lines of a unit's dossier may name: its rows, and every other target with why it is none. */
export function dossierOf(ctx: Pick<Ctx, 'campaign' | 'today'>, { unit, period, rows, applies }: Opened): Dossier {
  const { campaign, today } = ctx
  const day = today.toString()
  const taken = new Set(rows.flatMap(({ codes }) => codes))
  const others = campaign.plan.targets.filter(({ code }) => !taken.has(code))
  return {
    known: [
      ...rows.map(row => ({ row, why: null, codes: row.codes, name: row.name, words: row.words })),
      ...others.map(
        (target): Known => ({
          ...{ row: null, codes: [target.code], name: target.name, words: [target.shortName] },
          why: whyNoRow(ctx, target.code, applies),
        }),
      ),
    ],
    ...{ period, span: spanOf(period), today },
    ownUnit: placeName(unitName(campaign, unit)),
    otherUnits: [...campaign.units.values()]
      .filter(other => other.code !== unit && existsOn(other, day))
      .map(({ name }) => placeName(name)),
  }
}

function whyNoRow({ campaign: { plan } }: Pick<Ctx, 'campaign'>, code: string, applies: ReadonlySet<string>): NoRow {
  const target = plan.targets.find(one => one.code === code)
  if (!target) return 'notThisPeriod'
  if (target.computed === 'list') return 'listed'
  if (target.computed !== null) return 'computed'
  if (target.judges === 'INDIVIDUAL') return 'people'
  if (target.checklist.length > 0) return 'registered'
  if (!isReported(plan, target)) return 'launch'
  return codesServedBy(plan, code).some(one => applies.has(one)) ? 'notThisPeriod' : 'notApplicable'
}

/** «UBND phường Quang Trung» is «phường Quang Trung» to people. */
function placeName(name: string): string {
  return wanted(name)
    .joined.trim()
    .replace(/^(?:ubnd|uy ban nhan dan) /, '')
}
