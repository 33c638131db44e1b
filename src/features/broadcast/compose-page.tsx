import { ProblemList } from '../../contract/problem-list.tsx'
import type { Translate } from '../../texts.ts'
import type { AudienceOptions, Option } from './options.ts'
import { placeholders, typedPlaceholders } from './placeholders.ts'
import { audienceValue } from './read-draft.ts'
import { type Draft, longestText, type Problem, reasonLength, roleGroups } from './rules.ts'
import { templates } from './templates.ts'

interface ComposeProps {
  t: Translate
  address: string
  csrf: string
  draft: Draft
  options: AudienceOptions
  problems: readonly Problem[]
  /** First and last moment that may be chosen, as the browser's field takes them. */
  earliest: string
  latest: string
}

/** Writing a broadcast: to whom, what, when, why. One form; works without any script. */
export function ComposePage(props: ComposeProps) {
  const { t, address, csrf, draft, problems } = props
  return (
    <>
      <p class="crumbs">
        <a href={address}>← {t('broadcast.title')}</a>
      </p>
      <h1>{t('broadcast.compose.title')}</h1>
      <ProblemList problems={problems.map(({ name, params }) => t(`broadcast.problems.${name}`, params))} />
      <form class="compose" method="post" action={`${address}/moi`}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="ma" value={draft.id} />
        {/* Enter in a field looks at the preview, and never fills in a template. */}
        <button type="submit" name="do" value="xem" class="sr-only" tabindex={-1}>
          {t('broadcast.compose.preview')}
        </button>
        <To {...props} />
        <Text t={t} draft={draft} />
        <When {...props} />
        <div class="field">
          <label for="ly-do">{t('broadcast.compose.reason')}</label>
          <input
            id="ly-do"
            name="ly-do"
            value={draft.reason}
            required
            minlength={reasonLength.min}
            maxlength={reasonLength.max}
            aria-describedby="giup-ly-do"
          />
          <p class="hint" id="giup-ly-do">
            {t('broadcast.compose.reasonHint')}
          </p>
        </div>
        <button type="submit" name="do" value="xem" class="button primary">
          {t('broadcast.compose.preview')}
        </button>
        <p class="hint">{t('broadcast.compose.nothingSentYet')}</p>
      </form>
    </>
  )
}

function To({ t, draft, options }: ComposeProps) {
  const chosen = audienceValue(draft.audience)
  const { to, roles } = draft.audience
  const units = to.of === 'units' ? to.units : []
  const everybody: Option[] = [
    { value: 'all', label: t('broadcast.to.all', { units: options.units.length }) },
    ...options.groups,
    { value: 'units', label: t('broadcast.to.units') },
  ]
  return (
    <fieldset>
      <legend>{t('broadcast.compose.to')}</legend>
      <div class="field">
        <label for="toi">{t('broadcast.compose.units')}</label>
        <select id="toi" name="toi">
          <Options label={t('broadcast.to.owing')} options={options.duties} chosen={chosen} />
          <Options label={t('broadcast.to.owingTarget')} options={options.targets} chosen={chosen} />
          <Options label={t('broadcast.to.segment')} options={everybody} chosen={chosen} />
        </select>
      </div>
      <details open={to.of === 'units'}>
        <summary>{t('broadcast.compose.chooseUnits')}</summary>
        <p class="hint">{t('broadcast.compose.chooseUnitsHint')}</p>
        <ul class="ticks">
          {options.units.map(({ value, label }) => (
            <li>
              <label>
                <input type="checkbox" name="don-vi" value={value} checked={units.includes(value)} /> {label}
              </label>
            </li>
          ))}
        </ul>
      </details>
      <p id="vai-gi">{t('broadcast.compose.roles')}</p>
      <ul class="ticks short" aria-labelledby="vai-gi">
        {roleGroups.map(group => (
          <li>
            <label>
              <input type="checkbox" name="vai" value={group} checked={roles.includes(group)} />{' '}
              {t(`broadcast.roles.${group}`)}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Options({ label, options, chosen }: { label: string; options: readonly Option[]; chosen: string }) {
  if (options.length === 0) return null
  return (
    <optgroup label={label}>
      {options.map(option => (
        <option value={option.value} selected={option.value === chosen}>
          {option.label}
        </option>
      ))}
    </optgroup>
  )
}

function Text({ t, draft }: { t: Translate; draft: Draft }) {
  const typed = typedPlaceholders(t)
  return (
    <fieldset>
      <legend>{t('broadcast.compose.text')}</legend>
      <p id="mau-tin">{t('broadcast.compose.templates')}</p>
      <ul class="row" aria-labelledby="mau-tin">
        {templates.map(name => (
          <li>
            <button type="submit" name="do" value={`mau:${name}`} class="button" formnovalidate>
              {t(`broadcast.templates.${name}.name`)}
            </button>
          </li>
        ))}
      </ul>
      <div class="field">
        <label for="noi-dung">{t('broadcast.compose.words')}</label>
        <textarea id="noi-dung" name="noi-dung" rows={9} maxlength={longestText} aria-describedby="giup-noi-dung">
          {draft.text}
        </textarea>
        <p class="hint" id="giup-noi-dung">
          {t('broadcast.compose.placeholders', {
            longest: longestText,
            placeholders: placeholders.map(placeholder => typed[placeholder]).join(', '),
          })}
        </p>
      </div>
    </fieldset>
  )
}

function When({ t, draft, earliest, latest }: ComposeProps) {
  const { at } = draft
  return (
    <fieldset>
      <legend>{t('broadcast.compose.when')}</legend>
      <ul class="ticks short">
        <li>
          <label>
            <input type="radio" name="khi" value="ngay" checked={at === null} /> {t('broadcast.compose.now')}
          </label>
        </li>
        <li>
          <label>
            <input type="radio" name="khi" value="hen" checked={at !== null} /> {t('broadcast.compose.later')}
          </label>{' '}
          <input
            type="datetime-local"
            name="luc"
            value={at ? `${at.day}T${at.hour}` : earliest}
            min={earliest}
            max={latest}
            aria-label={t('broadcast.compose.at')}
          />
        </li>
      </ul>
      <p class="hint">{t('broadcast.compose.hours')}</p>
    </fieldset>
  )
}
