import { unitName } from '../../campaign/names.ts'
import { existsOn } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { Role } from '../../store/generated/client.ts'
import { Chats } from './chats.tsx'
import { seePeople } from './rights.ts'
import { heldOn, type Known } from './store.ts'

interface PeopleProps {
  ctx: Ctx
  address: string
  asked: { q: string; unit: string; role: Role | null; isUnreachable: boolean }
  shown: readonly Known[]
  since: ReadonlyMap<string, Date>
  total: number
  page: number
  pages: number
}

/** Who is here, in which roles today, how they are reached. */
export function PeoplePage({ ctx, address, asked, shown, since, total, page, pages }: PeopleProps) {
  const { t, campaign, person, today } = ctx
  const units = [...campaign.units.values()]
    .filter(unit => existsOn(unit, today.toString()) && may(person, seePeople, { unitCode: unit.code }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
  const at = (number: number) =>
    `${address}?${new URLSearchParams({
      ...{ q: asked.q, 'don-vi': asked.unit, vai: asked.role ?? '', 'lien-lac': asked.isUnreachable ? 'mat' : '' },
      trang: String(number),
    })}`
  return (
    <>
      <h1>{t('roleGiving.people.title')}</h1>
      <form class="search" method="get" action={address}>
        <div class="field">
          <label for="q">{t('roleGiving.people.search')}</label>
          <input id="q" name="q" type="search" value={asked.q} />
        </div>
        <div class="field">
          <label for="don-vi">{t('roleGiving.people.unit')}</label>
          <select id="don-vi" name="don-vi">
            <option value="">{t('roleGiving.people.every')}</option>
            {units.map(({ code, name }) => (
              <option value={code} selected={code === asked.unit}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="vai">{t('roleGiving.people.role')}</label>
          <select id="vai" name="vai">
            <option value="">{t('roleGiving.people.every')}</option>
            {Object.values(Role).map(role => (
              <option value={role} selected={role === asked.role}>
                {t(`roles.${role}`)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="lien-lac">{t('roleGiving.people.reach')}</label>
          <select id="lien-lac" name="lien-lac">
            <option value="">{t('roleGiving.people.every')}</option>
            <option value="mat" selected={asked.isUnreachable}>
              {t('roleGiving.people.unreachable')}
            </option>
          </select>
        </div>
        <button type="submit" class="button">
          {t('roleGiving.people.find')}
        </button>
      </form>
      <p>{t('roleGiving.people.total', { count: total })}</p>
      {shown.length === 0 ? (
        <p class="empty">{t('roleGiving.people.none')}</p>
      ) : (
        <table class="records">
          <thead>
            <tr>
              {['name', 'roles', 'chats'].map(column => (
                <th scope="col">{t(`roleGiving.people.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(known => (
              <tr>
                <th scope="row">
                  <a class="open" href={`${address}/${known.id}`}>
                    {known.fullName}
                  </a>
                </th>
                <td data-label={t('roleGiving.people.roles')}>
                  {heldOn(known.roles, today.toString())
                    .map(held => `${t(`roles.${held.role}`)} – ${unitName(campaign, held.unitCode)}`)
                    .join('; ') || t('roleGiving.noRole')}
                </td>
                <td data-label={t('roleGiving.people.chats')}>
                  <Chats ctx={ctx} known={known} since={since} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages > 1 && (
        <nav class="pages" aria-label={t('roleGiving.people.pages')}>
          {page > 1 && <a href={at(page - 1)}>{t('roleGiving.people.before')}</a>}{' '}
          <span>{t('roleGiving.people.page', { page, pages })}</span>{' '}
          {page < pages && <a href={at(page + 1)}>{t('roleGiving.people.after')}</a>}
        </nav>
      )}
    </>
  )
}
