import { competes } from '../../campaign/competing.ts'
import { unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { PaperFigure } from '../../documents/figure-book.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { boardPeriods } from '../board/board-view.ts'
import type { PaperKind, Wanted } from './kind.ts'
import { paperKinds } from './list.ts'
import { planBases } from './plan-bases.ts'
import { makePaper } from './rights.ts'
import { lateUnits } from './urging-letter.ts'

/** What this person may choose from. */
export interface Choices {
  kinds: readonly PaperKind[]
  units: readonly { code: string; name: string }[]
  periods: readonly string[]
  late: readonly { code: string; name: string }[]
}

export async function choicesFor(ctx: Ctx): Promise<Choices> {
  const { person, campaign } = ctx
  const isOffice = may(person, makePaper)
  const late = isOffice ? await lateUnits(ctx) : []
  return {
    kinds: paperKinds.filter(({ of }) => of === 'unit' || isOffice),
    units: [...campaign.units.values()]
      .filter(unit => competes(campaign.plan, unit) && may(person, makePaper, { unitCode: unit.code }))
      .map(({ code, name }) => ({ code, name })),
    periods: boardPeriods(ctx),
    late: late.map(code => ({ code, name: unitName(campaign, code) })),
  }
}

interface NewProps {
  ctx: Ctx
  kind: PaperKind
  wanted: Wanted
  address: string
  csrf: string
  figures: readonly PaperFigure[]
  gaps: readonly string[]
}

/** Before it is made: what it is about, what it will lack. */
export function NewPaper({ ctx, kind, wanted, address, csrf, figures, gaps }: NewProps) {
  const { t, campaign } = ctx
  const day = wanted.day ? formatDate(wanted.day.toString()) : formatDate(ctx.today.toString())
  return (
    <>
      <p class="crumbs">
        <a href={address}>← {t('papers.title')}</a>
      </p>
      <h1>{t(`papers.${kind.code}.name`)}</h1>
      <dl class="fields">
        {wanted.unitCode !== null && (
          <div>
            <dt>{t('papers.unit')}</dt>
            <dd>{unitName(campaign, wanted.unitCode)}</dd>
          </div>
        )}
        <div>
          <dt>{t('papers.period')}</dt>
          <dd>{periodName(wanted.period, t)}</dd>
        </div>
        <div>
          <dt>{t('papers.asOf')}</dt>
          <dd>{day}</dd>
        </div>
        <div>
          <dt>{t('papers.figures')}</dt>
          <dd>{t('papers.figureCount', { count: figures.length })}</dd>
        </div>
      </dl>
      <Gaps ctx={ctx} gaps={gaps} />
      <Bases ctx={ctx} />
      <form class="compose" method="post" action={`${address}/moi`}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="van-ban" value={kind.code} />
        <input type="hidden" name="don-vi" value={wanted.unitCode ?? ''} />
        <input type="hidden" name="ky" value={kind.hasPeriod ? wanted.period : ''} />
        <input type="hidden" name="ngay" value={wanted.day?.toString() ?? ''} />
        {(wanted.units ?? []).map(code => (
          <input type="hidden" name="gui" value={code} />
        ))}
        <button type="submit" class="button primary">
          {t('papers.make')}
        </button>
      </form>
    </>
  )
}

/** The places at which there is no figure. */
export function Gaps({ ctx: { t }, gaps }: { ctx: Ctx; gaps: readonly string[] }) {
  if (gaps.length === 0) return null
  return (
    <section>
      <h2>{t('papers.gaps', { count: gaps.length })}</h2>
      <ul>
        {gaps.map(gap => (
          <li>{gap}</li>
        ))}
      </ul>
    </section>
  )
}

/** What the plan rests on, as papers cite it: for whoever writes on in the file. */
export function Bases({ ctx }: { ctx: Ctx }) {
  const bases = planBases(ctx)
  if (bases.length === 0) return null
  return (
    <details>
      <summary>{ctx.t('papers.bases', { count: bases.length })}</summary>
      <ul>
        {bases.map(line => (
          <li>{line}</li>
        ))}
      </ul>
    </details>
  )
}
