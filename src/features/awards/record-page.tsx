import type { Child } from 'hono/jsx'
import type { Translate } from '../../texts.ts'
import { awardForms, honoreeKinds, type Level, purposes } from './codes.ts'

interface Props {
  t: Translate
  units: readonly { code: string; name: string }[]
  levels: readonly Level[]
  address: string
  csrf: string
  /** As it was typed, and what of it is wrong. */
  given: Readonly<Record<string, string>>
  wrong: readonly string[]
}

/** The form of one award. */
export function RecordPage({ t, units, levels, address, csrf, given, wrong }: Props) {
  const words = (branch: string, codes: readonly string[]) =>
    codes.map(code => ({ code, name: t(`awards.${branch}.${code}`) }))
  const choice = (name: string, options: readonly { code: string; name: string }[]) => (
    <Field {...{ t, name, wrong }}>
      <select id={name} name={name} required aria-describedby={wrong.includes(name) ? `${name}-loi` : undefined}>
        {options.map(option => (
          <option value={option.code} selected={given[name] === option.code}>
            {option.name}
          </option>
        ))}
      </select>
    </Field>
  )
  const line = (name: string, more: { type?: string; required?: boolean; maxlength?: number } = {}) => (
    <Field {...{ t, name, wrong }}>
      <input
        {...{ id: name, name, value: given[name] ?? '', maxlength: 200, required: true, ...more }}
        aria-describedby={wrong.includes(name) ? `${name}-loi` : undefined}
        aria-invalid={wrong.includes(name) ? 'true' : undefined}
      />
    </Field>
  )
  const long = (name: string, required: boolean) => (
    <Field {...{ t, name, wrong }}>
      <textarea id={name} name={name} rows={3} maxlength={1_000} required={required}>
        {given[name] ?? ''}
      </textarea>
    </Field>
  )
  return (
    <>
      <h1>{t('awards.record.title')}</h1>
      <p>{t('awards.record.lead')}</p>
      <form class="compose" method="post" action={address}>
        <input type="hidden" name="csrf" value={csrf} />
        {choice('unit', [...(units.length > 1 ? [{ code: '', name: t('awards.record.chooseUnit') }] : []), ...units])}
        {choice('honoreeKind', words('honoreeKinds', honoreeKinds))}
        {line('name')}
        {line('position', { required: false })}
        {choice('form', words('forms', awardForms))}
        {choice('purpose', words('purposes', purposes))}
        {choice('level', words('levels', levels))}
        {line('authority')}
        {long('achievement', true)}
        {line('decision', { maxlength: 60 })}
        {line('decidedOn', { type: 'date' })}
        {line('golden', { required: false, maxlength: 4 })}
        {line('prize', { required: false, maxlength: 20 })}
        {long('praise', false)}
        <button type="submit" class="button primary">
          {t('awards.record.do')}
        </button>
      </form>
    </>
  )
}

function Field({
  t,
  name,
  wrong,
  children,
}: {
  t: Translate
  name: string
  wrong: readonly string[]
  children: Child
}) {
  return (
    <div class="field">
      <label for={name}>{t(`awards.fields.${name}`)}</label>
      {children}
      {wrong.includes(name) && (
        <p class="problem" id={`${name}-loi`}>
          {t(`awards.record.wrong.${name}`)}
        </p>
      )}
    </div>
  )
}
