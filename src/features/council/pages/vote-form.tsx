import { opinionLength } from '../sealed/ballot-paper.ts'
import type { CaseOfSitting, SeatedMember } from '../sitting.ts'
import { whyNot } from '../steps/vote.ts'
import { Step } from './parts.tsx'
import type { SittingProps } from './sitting-page.tsx'

const votes = ['AGREE', 'DISAGREE', 'BLANK'] as const

/** The nominees one below the other, each with what lies before the members, and the ballot where this member has one to cast. */
export function VoteForm(props: SittingProps & { me: SeatedMember }) {
  const { ctx, address, csrf, sitting, me } = props
  const { t } = ctx
  const refused = whyNot(sitting, me)
  const isOver = sitting.state === 'OPENED' || sitting.state === 'CONFIRMED' || sitting.state === 'CANCELLED'
  const mayCast = (one: CaseOfSitting) =>
    refused === null &&
    one.conflicts.every(({ personId }) => personId !== me.personId) &&
    one.ballots.every(({ personId }) => personId !== me.personId)
  const isOpen = sitting.cases.some(mayCast)
  const form = `phieu-${sitting.id}`
  return (
    <section aria-labelledby="bo-phieu">
      <h2 id="bo-phieu">{t('council.vote.title')}</h2>
      {!isOver && <p>{t(refused === null ? 'council.vote.lead' : `council.vote.problems.${refused}`)}</p>}
      {!isOver && <p>{t('council.vote.sealed')}</p>}
      {sitting.cases.map(one => (
        <Nominee {...{ props, one, me, isOpen: mayCast(one), form }} />
      ))}
      {isOpen && (
        <form id={form} class="compose" method="post" action={`${address}/${sitting.id}`}>
          <input type="hidden" name="csrf" value={csrf} />
          <button type="submit" class="button primary" name="viec" value="bo-phieu">
            {t('council.buttons.cast')}
          </button>
          <p>{t('council.vote.once')}</p>
        </form>
      )}
    </section>
  )
}

interface NomineeProps {
  props: SittingProps
  one: CaseOfSitting
  me: SeatedMember
  isOpen: boolean
  form: string
}

function Nominee({ props, one, me, isOpen, form }: NomineeProps) {
  const { ctx, address, csrf, sitting, papers } = props
  const { t, localTime } = ctx
  const paper = papers.get(one.recordId)
  const own = one.ballots.find(({ personId }) => personId === me.personId)
  const conflict = one.conflicts.find(({ personId }) => personId === me.personId)
  const mayDeclare = (sitting.state === 'INVITED' || sitting.state === 'VOTING') && !conflict
  const files = `${address.slice(0, address.lastIndexOf('/desk/'))}/files`
  return (
    <section class="card" aria-labelledby={`ten-${one.id}`}>
      <h3 id={`ten-${one.id}`}>
        {one.number}. {one.nominee}
      </h3>
      <p class="hint">
        {one.code} · {t('council.vote.cast')}: <span data-live-value={`cast-${one.id}`}>{castOn(one)}</span>
      </p>
      {paper && (
        <details>
          <summary>{t('council.vote.paper')}</summary>
          <dl class="fields">
            {paper.fields.map(({ label, value }) => (
              <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {paper.files.map(({ id, name }) => (
            <p>
              <a href={`${files}/${id}`}>{name}</a>
            </p>
          ))}
        </details>
      )}
      {conflict && <p>{t('council.vote.conflict')}</p>}
      {own && own.removedAt === null && <p>{t('council.vote.yours', { at: localTime(own.castAt) })}</p>}
      {isOpen && (
        <div class="compose">
          <fieldset>
            <legend>{t('council.vote.legend', { name: one.nominee })}</legend>
            <ul class="ticks short">
              {votes.map(vote => (
                <li>
                  <label>
                    <input type="radio" name={`phieu-${one.id}`} value={vote} form={form} />{' '}
                    {t(`council.votes.${vote}`)}
                  </label>
                </li>
              ))}
            </ul>
            <div class="field">
              <label for={`y-kien-${one.id}`}>{t('council.vote.opinion')}</label>
              <textarea
                id={`y-kien-${one.id}`}
                name={`y-kien-${one.id}`}
                rows={2}
                maxlength={opinionLength}
                form={form}
              />
            </div>
          </fieldset>
        </div>
      )}
      {mayDeclare && (
        <details>
          <summary>{t('council.conflict.title')}</summary>
          <Step action={`${address}/${sitting.id}`} csrf={csrf} name="loi-ich" label={t('council.conflict.declare')}>
            <p>{t('council.conflict.hint')}</p>
            <input type="hidden" name="ho-so" value={one.id} />
            <div class="field">
              <label for={`li-${one.id}`}>{t('council.conflict.reason')}</label>
              <input id={`li-${one.id}`} name="ly-do" minlength={3} maxlength={200} required />
            </div>
          </Step>
        </details>
      )}
    </section>
  )
}

export function castOn({ ballots }: Pick<CaseOfSitting, 'ballots'>): number {
  return ballots.filter(({ removedAt }) => removedAt === null).length
}
