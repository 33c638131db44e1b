import type { CampaignUnit } from '../../campaign/active.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { OpenInvitation } from '../../people/open-invitations.ts'
import { formatDate } from '../../reading/format.ts'
import { periodInWords } from './person-page.tsx'
import type { Holding, Known } from './store.ts'

interface UnitsProps {
  ctx: Ctx
  address: string
  lines: readonly { unit: CampaignUnit; here: number; waiting: number }[]
  q: string
  /** The ones that have ended, and not those of today. */
  isPast: boolean
}

export function UnitsPage({ ctx: { t }, address, lines, q, isPast }: UnitsProps) {
  return (
    <>
      <h1>{t('roleGiving.units.title')}</h1>
      <ul class="chips">
        <li>
          <a href={address} aria-current={isPast ? undefined : 'true'}>
            {t('roleGiving.units.present')}
          </a>
        </li>
        <li>
          <a href={`${address}?cu=1`} aria-current={isPast ? 'true' : undefined}>
            {t('roleGiving.units.past')}
          </a>
        </li>
      </ul>
      <form class="search" method="get" action={address}>
        {isPast && <input type="hidden" name="cu" value="1" />}
        <div class="field">
          <label for="q">{t('roleGiving.units.search')}</label>
          <input id="q" name="q" type="search" value={q} />
        </div>
        <button type="submit" class="button">
          {t('roleGiving.people.find')}
        </button>
      </form>
      {lines.length === 0 ? (
        <p class="empty">{t('roleGiving.units.none')}</p>
      ) : (
        <table class="records">
          <thead>
            <tr>
              {['unit', 'here', 'waiting'].map(column => (
                <th scope="col">{t(`roleGiving.units.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ unit, here, waiting }) => (
              <tr>
                <th scope="row">
                  <a class="open" href={`${address}/${unit.code}`}>
                    {unit.name}
                  </a>
                </th>
                <td data-label={t('roleGiving.units.here')}>{here}</td>
                <td data-label={t('roleGiving.units.waiting')}>{waiting}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

interface UnitProps {
  ctx: Ctx
  address: string
  unit: CampaignUnit
  known: readonly Known[]
  waiting: readonly OpenInvitation[]
  /** Names of the units whose place it has taken, and of those that take its place. */
  before: readonly string[]
  after: readonly string[]
}

/** One unit: its days, what came before and after it, its people of today, those who are to come and those who were. */
export function UnitPage({ ctx, address, unit, known, waiting, before, after }: UnitProps) {
  const { t, localTime, today } = ctx
  const desk = address.slice(0, address.lastIndexOf('/'))
  const day = today.toString()
  const held = known.flatMap(person =>
    person.roles.filter(({ unitCode }) => unitCode === unit.code).map(role => ({ person, role })),
  )
  const isOver = ({ role }: { role: Holding }) => role.validTo !== null && role.validTo < day
  const days = { from: unit.validFrom === null ? '' : formatDate(unit.validFrom) }
  return (
    <>
      <p class="crumbs">
        <a href={address}>← {t('roleGiving.units.title')}</a>
      </p>
      <h1>{unit.name}</h1>
      <dl class="fields">
        <Field label={t('roleGiving.units.code')} value={unit.code} />
        <Field label={t('roleGiving.units.kind')} value={t(`office-files.unitKinds.${unit.kind}`)} />
        {unit.validFrom !== null && <Field label={t('roleGiving.units.from')} value={days.from} />}
        {unit.validTo !== null && <Field label={t('roleGiving.units.to')} value={formatDate(unit.validTo)} />}
        {before.length > 0 && <Field label={t('roleGiving.units.before')} value={before.join('; ')} />}
        {after.length > 0 && <Field label={t('roleGiving.units.after')} value={after.join('; ')} />}
      </dl>
      <h2>{t('roleGiving.units.people')}</h2>
      <People {...{ ctx, desk, held: held.filter(one => !isOver(one)) }} />
      {waiting.length > 0 && (
        <>
          <h2>{t('roleGiving.units.invited')}</h2>
          <ul>
            {waiting.map(({ fullName, role, createdAt }) => (
              <li>
                {t('inviting.coming.waits', { name: fullName, role: t(`roles.${role}`), since: localTime(createdAt) })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={`${desk}/moi-tham-gia`}>{t('roleGiving.units.invite')}</a>
      </p>
      {held.some(isOver) && (
        <>
          <h2>{t('roleGiving.units.former')}</h2>
          <People {...{ ctx, desk, held: held.filter(isOver) }} />
        </>
      )}
    </>
  )
}

function Field({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function People({ ctx, desk, held }: { ctx: Ctx; desk: string; held: readonly { person: Known; role: Holding }[] }) {
  const { t } = ctx
  if (held.length === 0) return <p class="empty">{t('inviting.coming.nobody')}</p>
  return (
    <table class="records">
      <thead>
        <tr>
          {['role', 'name', 'period'].map(column => (
            <th scope="col">{t(`roleGiving.units.${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {held.map(({ person, role }) => (
          <tr>
            <td data-label={t('roleGiving.units.role')}>{t(`roles.${role.role}`)}</td>
            <th scope="row">
              <a href={`${desk}/con-nguoi/${person.id}`}>{person.fullName}</a>
            </th>
            <td data-label={t('roleGiving.units.period')}>{periodInWords(ctx, role)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
