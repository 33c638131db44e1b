import { unitName } from '../../../campaign/names.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { majorityInWords } from '../in-words.ts'
import type { NomineePaper } from '../nominees.ts'
import { rulesOf } from '../rules/rules.ts'
import { leastOf } from '../rules/share.ts'
import { memberOf, presentIn, type WholeSitting } from '../sitting.ts'
import { Attendance } from './attendance.tsx'
import { Back, Problem } from './parts.tsx'
import { Results } from './results.tsx'
import { Steps } from './steps.tsx'
import { VoteForm } from './vote-form.tsx'

export interface SittingProps {
  ctx: Ctx
  address: string
  csrf: string
  sitting: WholeSitting
  names: ReadonlyMap<string, string>
  /** What lies before the members, by record. */
  papers: ReadonlyMap<string, NomineePaper>
  problem: string | null
}

/** One sitting, for whoever prepares it and for its members: what may be done now by this person, and how it stands. */
export function SittingPage(props: SittingProps) {
  const { ctx, address, sitting, problem } = props
  const { t, campaign, localTime } = ctx
  const { id, code, state, place, at, isSecret, members, cases } = sitting
  const rules = rulesOf(sitting)
  const me = memberOf(sitting, ctx)
  return (
    <>
      <Back href={address} label={t('council.title')} />
      <h1>{t('council.sitting', { code, unit: unitName(campaign, sitting.unitCode) })}</h1>
      <Problem text={problem} />
      <div data-live={`${address}/${id}/stream`} data-live-state={state}>
        <p role="status" data-live-changed hidden>
          {t('council.live.changed')} <a href={`${address}/${id}`}>{t('council.live.reload')}</a>
        </p>
        <dl class="fields">
          {(
            [
              ['state', t(`council.states.${state}`)],
              ['at', localTime(at)],
              ['place', place],
              ['mode', t(isSecret ? 'council.prepare.secret' : 'council.prepare.open')],
              ['majority', majorityInWords(t, rules.pass)],
            ] as const
          ).map(([name, value]) => (
            <div>
              <dt>{t(`council.columns.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {members.length > 0 && (
            <div>
              <dt>{t('council.columns.present')}</dt>
              <dd>
                <span data-live-value="present">{presentIn(sitting)}</span>/{members.length}{' '}
                {t('council.live.least', { least: leastOf(members.length, rules.quorum) ?? members.length })}
              </dd>
            </div>
          )}
        </dl>
        {members.length > 0 && <Attendance {...props} />}
        <Steps {...props} />
        <Results {...props} />
        {me && <VoteForm {...props} me={me} />}
        {!me && state !== 'OPENED' && state !== 'CONFIRMED' && (
          <section aria-labelledby="ho-so-xet">
            <h2 id="ho-so-xet">{t('council.columns.cases')}</h2>
            <ol>
              {cases.map(({ code: caseCode, nominee }) => (
                <li>
                  {caseCode}: {nominee}
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </>
  )
}
