import { formatPercent } from '../../../reading/format.ts'
import { rulesOf } from '../rules/rules.ts'
import { type CaseOfSitting, memberOf } from '../sitting.ts'
import { Field, Step } from './parts.tsx'
import type { SittingProps } from './sitting-page.tsx'
import { castOn } from './vote-form.tsx'

/** What was counted, once the ballots are opened; the minutes as a file. */
export function Results(props: SittingProps) {
  const { ctx, address, sitting } = props
  const { t } = ctx
  if (sitting.state !== 'OPENED' && sitting.state !== 'CONFIRMED') return null
  const all = sitting.members.length
  const columns = ['nominee', 'castCount', 'agree', 'disagree', 'blank', 'invalid', 'share', 'verdict'] as const
  return (
    <section aria-labelledby="ket-qua">
      <h2 id="ket-qua">{t('council.results.title')}</h2>
      <p>{t('council.results.ofAll', { all })}</p>
      <table class="records">
        <thead>
          <tr>
            {columns.map(column => (
              <th scope="col">{t(`council.results.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sitting.cases.map(one => (
            <tr>
              {cells(props, one).map((cell, at) => (
                <td data-label={t(`council.results.${columns[at] ?? 'verdict'}`)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sitting.cases.map(one => (
        <Said {...{ props, one }} />
      ))}
      <p>
        <a class="button" href={`${address}/${sitting.id}/bien-ban`}>
          {t(sitting.state === 'CONFIRMED' ? 'council.minutes.download' : 'council.minutes.draft')}
        </a>
      </p>
    </section>
  )
}

function cells({ ctx, sitting }: SittingProps, one: CaseOfSitting): string[] {
  const { t } = ctx
  const all = sitting.members.length
  const { nominee, agree, disagree, blank, aside, unreadable, verdict } = one
  const share = formatPercent(BigInt(agree ?? 0), BigInt(all))
  return [
    `${one.number}. ${nominee}`,
    ...[castOn(one), agree ?? 0, disagree ?? 0, blank ?? 0, (aside ?? 0) + (unreadable ?? 0)].map(String),
    `${agree ?? 0}/${all} (${share})`,
    verdict ? t(`council.verdicts.${verdict}`) : '',
  ]
}

/** Opinions, the names of an open vote, and a tie that the chair may settle. */
function Said({ props, one }: { props: SittingProps; one: CaseOfSitting }) {
  const { ctx, address, csrf, sitting, names } = props
  const { t } = ctx
  const open = sitting.isSecret ? [] : one.ballots.filter(({ vote }) => vote !== null)
  const isChair = memberOf(sitting, ctx)?.part === 'CHAIR'
  const maySettle = isChair && sitting.state === 'OPENED' && one.verdict === 'TIE' && rulesOf(sitting).hasCastingVote
  if (open.length === 0 && one.opinions.length === 0 && !maySettle) return null
  return (
    <details>
      <summary>{t('council.results.said', { name: one.nominee })}</summary>
      <ul>
        {open.map(({ personId, vote, opinion }) => (
          <li>
            {names.get(personId) ?? ''}: {t(`council.votes.${vote ?? 'BLANK'}`)}
            {opinion === '' ? '' : `. ${opinion}`}
          </li>
        ))}
        {one.opinions.map(opinion => (
          <li>{opinion}</li>
        ))}
      </ul>
      {maySettle && (
        <Step action={`${address}/${sitting.id}`} csrf={csrf} name="quyet" label={t('council.settle.button')}>
          <input type="hidden" name="ho-so" value={one.id} />
          <Field id={`qd-${one.id}`} label={t('council.settle.title')}>
            <select id={`qd-${one.id}`} name="ket-qua">
              <option value="co">{t('council.verdicts.AGREED')}</option>
              <option value="khong">{t('council.verdicts.NOT_AGREED')}</option>
            </select>
          </Field>
          <Field id={`vs-${one.id}`} label={t('council.settle.why')}>
            <input id={`vs-${one.id}`} name="ly-do" minlength={5} maxlength={500} required />
          </Field>
        </Step>
      )}
    </details>
  )
}
