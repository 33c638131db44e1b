import { unitName } from '../../campaign/names.ts'
import { existsOn } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { giveableRoles } from '../../people/giveable.ts'
import type { HistoryLine } from '../../people/history.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { Role } from '../../store/generated/client.ts'
import { Chats } from './chats.tsx'
import { HandOver } from './hand-over-form.tsx'
import { joinPeople, managePeople } from './rights.ts'
import { endingAs } from './rules.ts'
import { type Holding, heldOn, type Known } from './store.ts'

interface PersonProps {
  ctx: Ctx
  address: string
  csrf: string
  known: Known
  since: ReadonlyMap<string, Date>
  sessions: number
  history: readonly HistoryLine[]
  namesakes: readonly Known[]
  colleagues: readonly Known[]
  problem: string | null
}

/** One person: roles by period and what may be done with each, how they are reached, what was done. */
export function PersonPage(props: PersonProps) {
  const { ctx, address, known, since, sessions, history, problem } = props
  const { t } = ctx
  const desk = address.slice(0, address.lastIndexOf('/'))
  return (
    <>
      <p class="crumbs">
        <a href={address}>← {t('roleGiving.people.title')}</a>
      </p>
      <h1>{known.fullName}</h1>
      {problem !== null && (
        <p class="flash bad" role="alert">
          {problem}
        </p>
      )}
      <h2>{t('roleGiving.person.roles')}</h2>
      <Holdings {...props} />
      <HandOver {...props} action={`${address}/${known.id}`} />
      <Give {...props} />
      <h2>{t('roleGiving.person.chats')}</h2>
      <p>
        <Chats ctx={ctx} known={known} since={since} />
      </p>
      <p>
        {t('roleGiving.person.sessions', { count: sessions })}{' '}
        {ctx.person.roles.some(({ role }) => role === 'ADMIN') && (
          <a href={`${desk}/tai-khoan/${known.id}`}>{t('roleGiving.person.toSessions')}</a>
        )}
      </p>
      <Join {...props} />
      <h2>{t('roleGiving.person.history')}</h2>
      <ol class="history">
        {history.map(({ at, who, what, reason }) => (
          <li>
            {at} – {who}: {what}
            {reason && ` (${reason})`}
          </li>
        ))}
      </ol>
    </>
  )
}

function Holdings({ ctx, address, csrf, known }: PersonProps) {
  const { t, campaign, today } = ctx
  if (known.roles.length === 0) return <p class="empty">{t('roleGiving.noRole')}</p>
  return (
    <table class="records">
      <thead>
        <tr>
          {['role', 'unit', 'period', 'end'].map(column => (
            <th scope="col">{t(`roleGiving.person.${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {known.roles.map(held => (
          <tr>
            <th scope="row">{t(`roles.${held.role}`)}</th>
            <td data-label={t('roleGiving.person.unit')}>
              {unitName(campaign, held.unitCode)}
              {held.position && ` (${held.position})`}
            </td>
            <td data-label={t('roleGiving.person.period')}>{periodInWords(ctx, held)}</td>
            <td data-label={t('roleGiving.person.end')}>
              {isOpen(held, today.toString()) && endingAs(ctx, held.unitCode, held.role) && (
                <details>
                  <summary>{t('roleGiving.person.endThis')}</summary>
                  <form class="compose" method="post" action={`${address}/${known.id}`}>
                    <input type="hidden" name="csrf" value={csrf} />
                    <input type="hidden" name="viec" value="ket-thuc" />
                    <input type="hidden" name="ma" value={held.id} />
                    <div class="field">
                      <label for={`het-${held.id}`}>{t('roleGiving.person.lastDay')}</label>
                      <input
                        id={`het-${held.id}`}
                        type="date"
                        name="het-ngay"
                        value={today.toString()}
                        min={today.subtract({ days: 1 }).toString()}
                        required
                      />
                    </div>
                    <div class="field">
                      <label for={`vi-${held.id}`}>{t('roleGiving.person.reason')}</label>
                      <input id={`vi-${held.id}`} name="ly-do" required minlength={3} maxlength={500} />
                    </div>
                    <button type="submit" class="button">
                      {t('roleGiving.person.endThis')}
                    </button>
                  </form>
                </details>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function isOpen({ validTo }: Holding, day: string): boolean {
  return validTo === null || validTo >= day
}

export function periodInWords({ t }: Pick<Ctx, 't'>, { validFrom, validTo, other }: Holding): string {
  const until = validTo === null ? '' : formatDate(validTo)
  const period =
    validTo === null
      ? t('roleGiving.since', { from: formatDate(validFrom) })
      : validTo < validFrom
        ? t('roleGiving.never')
        : t('roleGiving.fromTo', { from: formatDate(validFrom), until })
  return other ? `${period}; ${t('roleGiving.inPlaceOf', { name: other.fullName })}` : period
}

function Give({ ctx, address, csrf, known }: PersonProps) {
  const { t, campaign, person, today } = ctx
  if (known.id === person.id) return null
  const day = today.toString()
  const units = [...campaign.units.values()]
    .filter(unit => existsOn(unit, day) && may(person, managePeople, { unitCode: unit.code }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
  const roles = Object.values(Role).filter(role =>
    person.roles.some(({ unitCode }) => giveableRoles(person, managePeople, unitCode).includes(role)),
  )
  if (units.length === 0 || roles.length === 0) return null
  const first = heldOn(known.roles, day)[0]?.unitCode
  return (
    <details>
      <summary>{t('roleGiving.person.give')}</summary>
      <form class="compose" method="post" action={`${address}/${known.id}`}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="viec" value="giao" />
        <div class="field">
          <label for="giao-vai">{t('roleGiving.person.role')}</label>
          <select id="giao-vai" name="vai">
            {roles.map(role => (
              <option value={role}>{t(`roles.${role}`)}</option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="giao-don-vi">{t('roleGiving.person.unit')}</label>
          <select id="giao-don-vi" name="don-vi">
            {units.map(({ code, name }) => (
              <option value={code} selected={code === first}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="giao-tu">{t('roleGiving.person.from')}</label>
          <input id="giao-tu" type="date" name="tu-ngay" value={day} min={day} required />
        </div>
        <div class="field">
          <label for="giao-den">{t('roleGiving.person.until')}</label>
          <input id="giao-den" type="date" name="den-ngay" min={day} />
        </div>
        <button type="submit" class="button primary">
          {t('roleGiving.person.give')}
        </button>
        <p class="hint">{t('roleGiving.person.giveHint')}</p>
      </form>
    </details>
  )
}

function Join({ ctx, address, csrf, known, namesakes }: PersonProps) {
  const { t, campaign, person, today } = ctx
  const others = namesakes.filter(({ id }) => id !== person.id)
  if (others.length === 0 || known.id === person.id || !may(person, joinPeople)) return null
  return (
    <form class="compose" method="post" action={`${address}/${known.id}`}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="viec" value="nhap" />
      <div class="field">
        <label for="kia">{t('roleGiving.person.joinWith')}</label>
        <select id="kia" name="kia">
          {others.map(other => (
            <option value={other.id}>
              {other.fullName} –{' '}
              {heldOn(other.roles, today.toString())
                .map(held => `${t(`roles.${held.role}`)}, ${unitName(campaign, held.unitCode)}`)
                .join('; ') || t('roleGiving.noRole')}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button">
        {t('roleGiving.person.join')}
      </button>
      <p class="hint">{t('roleGiving.person.joinHint')}</p>
    </form>
  )
}
