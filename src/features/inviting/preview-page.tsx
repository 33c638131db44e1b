import type { Child } from 'hono/jsx'
import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Answer } from '../../people/invite-listed.ts'
import type { Namesake, Sorted } from '../../people/sort-listed.ts'
import { offeredFor, radioOf } from './answers-in.ts'
import { holdingDays } from './holding-days.ts'
import { carry } from './listed.ts'

interface PreviewProps {
  ctx: Ctx
  address: string
  csrf: string
  sorted: readonly Sorted[]
  faults: readonly string[]
  unnamed: number
  /** It was confirmed while somebody was not answered about. */
  isUnanswered: boolean
}

/** What a list would do: who is new, who is here, who is asked about, what is wrong. Nothing is written yet. */
export function PreviewPage({ ctx, address, csrf, sorted, faults, unnamed, isUnanswered }: PreviewProps) {
  const { t } = ctx
  const of = (as: Sorted['as']) => sorted.filter(person => person.as === as)
  const asked = sorted.flatMap((person, at) => ('namesakes' in person ? [{ person, at }] : []))
  const fresh = of('fresh')
  const counts = { fresh: fresh.length, asked: asked.length, here: of('present').length, waiting: of('waiting').length }
  return (
    <>
      <p class="crumbs">
        <a href={address}>← {t('inviting.room.title')}</a>
      </p>
      <h1>{t('inviting.room.previewTitle')}</h1>
      <p>{t('inviting.preview.counts', { ...counts, faults: faults.length })}</p>
      {isUnanswered && (
        <p class="flash bad" role="alert">
          {t('inviting.preview.unanswered')}
        </p>
      )}
      {faults.length > 0 && (
        <Part title={t('inviting.preview.faults', { count: faults.length })} isOpen>
          <ul>
            {faults.map(fault => (
              <li>{fault}</li>
            ))}
          </ul>
        </Part>
      )}
      {unnamed > 0 && <p class="hint">{t('inviting.preview.unnamed', { count: unnamed })}</p>}
      <form class="compose" method="post" action={`${address}/gui`}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="danh-sach" value={carry(sorted)} />
        {asked.map(({ person, at }) => (
          <Question ctx={ctx} person={person} at={at} />
        ))}
        {fresh.length > 0 && (
          <Part title={t('inviting.preview.fresh', { count: fresh.length })} isOpen={fresh.length <= 10}>
            <People ctx={ctx} people={fresh} />
          </Part>
        )}
        {counts.here + counts.waiting > 0 && (
          <Part title={t('inviting.preview.here', { count: counts.here + counts.waiting })}>
            <People ctx={ctx} people={[...of('present'), ...of('waiting')]} />
          </Part>
        )}
        {fresh.length + asked.length > 0 ? (
          <>
            <div class="field">
              <label for="han">{t('inviting.preview.holds')}</label>
              <select id="han" name="han">
                {holdingDays.map(days => (
                  <option value={String(days)}>{t('inviting.preview.days', { days })}</option>
                ))}
              </select>
            </div>
            <button type="submit" class="button primary">
              {t('inviting.preview.confirm', { count: fresh.length + asked.length })}
            </button>
            <p class="hint">{t('inviting.preview.confirmHint')}</p>
          </>
        ) : (
          <p>{t('inviting.preview.nothing')}</p>
        )}
      </form>
    </>
  )
}

function Part({ title, isOpen = false, children }: { title: string; isOpen?: boolean; children?: Child }) {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function People({ ctx: { t, localTime }, people }: { ctx: Ctx; people: readonly Sorted[] }) {
  return (
    <table class="records">
      <thead>
        <tr>
          {['unit', 'name', 'role'].map(column => (
            <th scope="col">{t(`inviting.file.${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map(person => (
          <tr>
            <td data-label={t('inviting.file.unit')}>{person.unit.name}</td>
            <td data-label={t('inviting.file.name')}>{person.fullName}</td>
            <td data-label={t('inviting.file.role')}>
              {t(`roles.${person.role}`)}
              {person.as === 'present' && ` – ${t('inviting.preview.isHere')}`}
              {person.as === 'waiting' && ` – ${t('inviting.preview.waits', { until: localTime(person.waitsUntil) })}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Somebody of this name is here. A colleague in another role is most likely the same person; of a name elsewhere nobody can tell. */
function Question({ ctx, person, at }: { ctx: Ctx; person: Sorted & { namesakes: readonly Namesake[] }; at: number }) {
  const { t } = ctx
  const who = { name: person.fullName, role: t(`roles.${person.role}`), unit: person.unit.name }
  const offered = offeredFor(ctx, person.namesakes)
  const first = person.as === 'changed' ? offered.find(answer => answer.do === 'add') : undefined
  return (
    <fieldset>
      <legend>{t(`inviting.preview.${person.as === 'changed' ? 'changed' : 'namesake'}`, who)}</legend>
      <ul class="ticks">
        {offered.map(answer => (
          <li>
            <label>
              <input type="radio" name={`la-${at}`} value={radioOf(answer)} required checked={answer === first} />{' '}
              {answerInWords(ctx, answer, person.namesakes)}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function answerInWords({ t, campaign }: Ctx, answer: Answer, namesakes: readonly Namesake[]): string {
  if (answer.do === 'invite') return t('inviting.preview.invite')
  const known = namesakes.find(({ id }) => id === answer.personId)
  const roles = known?.roles.map(held => `${t(`roles.${held.role}`)} – ${unitName(campaign, held.unitCode)}`) ?? []
  return t(`inviting.preview.${answer.do}`, { roles: roles.join('; ') || t('inviting.preview.noRole') })
}
