import { unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import type { Paper } from '../../store/generated/client.ts'
import type { PaperKind } from './kind.ts'
import type { Choices } from './new-paper.tsx'

interface PapersProps {
  ctx: Ctx
  made: readonly Paper[]
  choices: Choices
  address: string
}

/** What was made, and below it one form for each paper that can be made. */
export function PapersPage({ ctx, made, choices, address }: PapersProps) {
  const { t } = ctx
  return (
    <>
      <h1>{t('papers.title')}</h1>
      <p>{t('papers.lead')}</p>
      <h2>{t('papers.madeBefore')}</h2>
      {made.length === 0 ? <p class="empty">{t('papers.none')}</p> : <Made {...{ ctx, made, address }} />}
      <h2>{t('papers.makeOne')}</h2>
      {choices.kinds.map(kind => (
        <MakeOne {...{ ctx, kind, choices, address }} />
      ))}
    </>
  )
}

function Made({ ctx, made, address }: Omit<PapersProps, 'choices'>) {
  const { t, campaign } = ctx
  return (
    <table class="records">
      <thead>
        <tr>
          {['paper', 'unit', 'period', 'asOf', 'number', 'state'].map(name => (
            <th scope="col">{t(`papers.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {made.map(paper => (
          <tr>
            <th scope="row">
              <a class="open" href={`${address}/${paper.id}`}>
                {t(`papers.${paper.code}.name`)}
              </a>
            </th>
            <td>{paper.unitCode === null ? '' : unitName(campaign, paper.unitCode)}</td>
            <td>{periodName(paper.period, t)}</td>
            <td>{formatDate(paper.asOf)}</td>
            <td>{paper.number}</td>
            <td>{stateOf(ctx, paper)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A draft, issued, or signed; what differs is told. */
export function stateOf({ t }: Pick<Ctx, 't'>, { number, signedAt, differences }: Paper): string {
  if (signedAt === null) return t(number === '' ? 'papers.states.draft' : 'papers.states.issued')
  if (!Array.isArray(differences)) return t('papers.states.scan')
  return t(differences.length === 0 ? 'papers.states.same' : 'papers.states.differs', { count: differences.length })
}

function MakeOne({ ctx, kind, choices, address }: { ctx: Ctx; kind: PaperKind; choices: Choices; address: string }) {
  const { t, today } = ctx
  const id = (name: string) => `${kind.code}-${name}`
  return (
    <form class="compose" method="get" action={`${address}/moi`}>
      <fieldset>
        <legend>{t(`papers.${kind.code}.name`)}</legend>
        <p>{t(`papers.${kind.code}.lead`)}</p>
        <input type="hidden" name="van-ban" value={kind.code} />
        {kind.of === 'unit' && (
          <div class="field">
            <label for={id('don-vi')}>{t('papers.unit')}</label>
            <select id={id('don-vi')} name="don-vi">
              {choices.units.map(({ code, name }) => (
                <option value={code}>{name}</option>
              ))}
            </select>
          </div>
        )}
        {kind.hasPeriod && (
          <div class="field">
            <label for={id('ky')}>{t('papers.period')}</label>
            <select id={id('ky')} name="ky">
              {choices.periods.map(period => (
                <option value={period}>{periodName(period, t)}</option>
              ))}
            </select>
          </div>
        )}
        {!kind.isOfNow && (
          <div class="field">
            <label for={id('ngay')}>{t('papers.asOfChoice')}</label>
            <input id={id('ngay')} type="date" name="ngay" max={today.toString()} />
          </div>
        )}
        {kind.code === 'DOC09' && choices.late.length > 0 && (
          <details>
            <summary>{t('papers.DOC09.choose', { count: choices.late.length })}</summary>
            {choices.late.map(({ code, name }) => (
              <label class="choice">
                <input type="checkbox" name="gui" value={code} /> {name}
              </label>
            ))}
          </details>
        )}
        <button type="submit" class="button">
          {t('papers.look')}
        </button>
      </fieldset>
    </form>
  )
}
