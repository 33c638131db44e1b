import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import type { Carried } from './carry-out.ts'
import { type GoingPerson, headsTogether, personKey } from './places.ts'
import type { Ordered } from './reorganise.ts'
import { carriedInWords, nameAmong, sinceInWords } from './words.ts'

interface PreviewProps {
  ctx: Ctx
  address: string
  csrf: string
  ordered: Ordered
  carried: Carried
}

/** Who and what goes where; every place that needs a choice has one, with what is offered by default. */
export function PreviewPage({ ctx, address, csrf, ordered, carried }: PreviewProps) {
  const { t, today } = ctx
  const { what } = ordered
  const { people, drafts, records } = carried.places
  const together = new Set(headsTogether(carried.places).flatMap(({ people: heads }) => heads))
  const asked = people.filter(
    one => one.among.length > 1 || together.has(one) || (one.to === null && one.among.length > 0),
  )
  const open = [
    ...drafts.map(({ draft, name, from, to, among }) => ({
      field: `nhap:${draft.id}`,
      label: labelled(carried, name, from),
      to,
      among,
    })),
    ...records.map(({ id, code, title, to, among }) => ({
      field: `ho-so:${id}`,
      label: `${code} ${title}`,
      to,
      among,
    })),
  ].filter(({ among }) => among.length > 1)
  const isLater = what.effectiveOn > today.toString()
  return (
    <>
      <p class="crumbs">
        <a href={address}>← {t('reorganisation.title')}</a>
      </p>
      <h1>{t('reorganisation.previewTitle')}</h1>
      <p>{sinceInWords(t, what)}</p>
      <form class="compose" method="post" action={`${address}/thuc-hien`}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="sap-xep" value={JSON.stringify(what)} />
        <h2>{t('reorganisation.choose')}</h2>
        <p>{t(asked.length + open.length > 0 ? 'reorganisation.chooseHint' : 'reorganisation.noChoice')}</p>
        {asked.map(one => (
          <Choice
            field={`nguoi:${personKey(one.from, one.personId)}`}
            label={`${labelled(carried, one.name, one.from)}: ${rolesOf(ctx, one)}`}
            options={[...namesOf(carried, one.among), { value: '', label: t('reorganisation.stops') }]}
            chosen={one.to ?? ''}
          />
        ))}
        {open.map(({ field, label, to, among }) => (
          <Choice {...{ field, label, options: namesOf(carried, among), chosen: to }} />
        ))}
        <p>
          <button type="submit" class="button primary">
            {isLater ? t('reorganisation.doLater', { day: formatDate(what.effectiveOn) }) : t('reorganisation.do')}
          </button>{' '}
          <button type="submit" class="button" formaction={`${address}/xem-truoc`}>
            {t('reorganisation.again')}
          </button>
        </p>
      </form>
      {carriedInWords(t, carried).map(({ heading, lines }) => (
        <section>
          <h2>{heading}</h2>
          <ul>
            {lines.map(line => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

interface ChoiceProps {
  field: string
  label: string
  options: readonly { value: string; label: string }[]
  chosen: string
}

function Choice({ field, label, options, chosen }: ChoiceProps) {
  return (
    <div class="field">
      <label for={field}>{label}</label>
      <select id={field} name={field}>
        {options.map(({ value, label: words }) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

function labelled({ campaign }: Carried, name: string, from: string): string {
  return `${name}, ${nameAmong(campaign, from)}`
}

function rolesOf({ t }: Ctx, { roles }: GoingPerson): string {
  return roles.map(role => t(`roles.${role}`)).join(', ')
}

function namesOf({ campaign }: Carried, codes: readonly string[]) {
  return codes.map(code => ({ value: code, label: nameAmong(campaign, code) }))
}
