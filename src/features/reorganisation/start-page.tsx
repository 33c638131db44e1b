import { existsOn } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { ProblemList } from '../../contract/problem-list.tsx'
import { formatDate } from '../../reading/format.ts'
import { dissolved, isNew, lines } from './asked.ts'
import type { Stored } from './stored.ts'
import { mayBeUndone } from './undo.ts'
import { sinceInWords } from './words.ts'

/** One that was ordered, and why it could not be carried out on its day. */
export interface Past {
  stored: Stored
  stuck: string | null
}

interface StartProps {
  ctx: Ctx
  address: string
  csrf: string
  problems: readonly string[]
  past: readonly Past[]
  /** What was typed before it was refused. */
  typed: FormData | null
}

export function StartPage({ ctx, address, csrf, problems, past, typed }: StartProps) {
  const { t } = ctx
  return (
    <>
      <h1>{t('reorganisation.title')}</h1>
      <p>{t('reorganisation.lead')}</p>
      <ProblemList problems={problems} />
      <form class="compose" method="post" action={`${address}/xem-truoc`} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={csrf} />
        <fieldset>
          <legend>{t('reorganisation.fromFile')}</legend>
          <div class="field">
            <label for="tep">{t('reorganisation.file')}</label>
            <input id="tep" type="file" name="tep" accept=".xlsx,.csv" required aria-describedby="giup-tep" />
            <p class="hint" id="giup-tep">
              {t('reorganisation.fileHint')}
            </p>
          </div>
          <button type="submit" class="button primary">
            {t('reorganisation.preview')}
          </button>
        </fieldset>
      </form>
      <ByHand {...{ ctx, address, csrf, typed }} />
      <h2>{t('reorganisation.past')}</h2>
      {past.length === 0 ? (
        <p class="empty">{t('reorganisation.noPast')}</p>
      ) : (
        <ul>
          {past.map(({ stored, stuck }) => (
            <li>
              {sinceInWords(t, stored.what)}: {stateInWords(ctx, stored, stuck)}{' '}
              {mayBeUndone(stored, ctx.now) && (
                <form method="post" action={`${address}/hoan-tac`}>
                  <input type="hidden" name="csrf" value={csrf} />
                  <input type="hidden" name="ma" value={stored.id} />
                  <button type="submit" class="button danger">
                    {t('reorganisation.undo')}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function stateInWords({ t, localTime }: Ctx, { what, doneAt, undoneAt }: Stored, stuck: string | null): string {
  if (undoneAt) return t('reorganisation.state.undone', { at: localTime(undoneAt) })
  if (doneAt) return t('reorganisation.state.done', { at: localTime(doneAt) })
  if (stuck !== null) return t('reorganisation.state.stuck', { day: formatDate(what.effectiveOn), why: stuck })
  return t('reorganisation.state.waits', { day: formatDate(what.effectiveOn) })
}

/** A few lines, for one merger or one new name. */
function ByHand({ ctx, address, csrf, typed }: Pick<StartProps, 'ctx' | 'address' | 'csrf' | 'typed'>) {
  const { t, campaign, today } = ctx
  const was = (name: string) => String(typed?.get(name) ?? '')
  const units = [...campaign.units.values()]
    .filter(unit => existsOn(unit, today.toString()))
    .sort((first, second) => first.name.localeCompare(second.name, 'vi'))
  const optionsOf = (chosen: string) =>
    units.map(({ code, name }) => (
      <option value={code} selected={code === chosen}>
        {name} ({code})
      </option>
    ))
  return (
    <form class="compose" method="post" action={`${address}/xem-truoc`}>
      <input type="hidden" name="csrf" value={csrf} />
      <fieldset>
        <legend>{t('reorganisation.byHand')}</legend>
        <div class="field">
          <label for="ngay">{t('reorganisation.day')}</label>
          <input id="ngay" type="date" name="ngay" value={was('ngay')} required />
        </div>
        <div class="field">
          <label for="can-cu">{t('reorganisation.document')}</label>
          <input id="can-cu" name="can-cu" value={was('can-cu')} maxlength={300} autocomplete="off" />
        </div>
        {lines.map(n => (
          <fieldset>
            <legend>{t('reorganisation.line', { n })}</legend>
            <div class="field">
              <label for={`cu-${n}`}>{t('reorganisation.from')}</label>
              <select id={`cu-${n}`} name={`cu-${n}`}>
                <option value="">{t('reorganisation.none')}</option>
                {optionsOf(was(`cu-${n}`))}
              </select>
            </div>
            <div class="field">
              <label for={`moi-${n}`}>{t('reorganisation.to')}</label>
              <select id={`moi-${n}`} name={`moi-${n}`}>
                <option value="">{t('reorganisation.none')}</option>
                <option value={isNew} selected={was(`moi-${n}`) === isNew}>
                  {t('reorganisation.new')}
                </option>
                <option value={dissolved} selected={was(`moi-${n}`) === dissolved}>
                  {t('reorganisation.dissolve')}
                </option>
                {optionsOf(was(`moi-${n}`))}
              </select>
            </div>
            <div class="field">
              <label for={`ma-${n}`}>{t('reorganisation.newCode')}</label>
              <input id={`ma-${n}`} name={`ma-${n}`} value={was(`ma-${n}`)} maxlength={60} autocomplete="off" />
            </div>
            <div class="field">
              <label for={`ten-${n}`}>{t('reorganisation.newName')}</label>
              <input id={`ten-${n}`} name={`ten-${n}`} value={was(`ten-${n}`)} maxlength={300} autocomplete="off" />
            </div>
            <div class="field">
              <label for={`chinh-${n}`}>{t('reorganisation.main')}</label>
              <input
                id={`chinh-${n}`}
                type="checkbox"
                name={`chinh-${n}`}
                value="x"
                checked={was(`chinh-${n}`) !== ''}
              />
            </div>
          </fieldset>
        ))}
        <button type="submit" class="button">
          {t('reorganisation.preview')}
        </button>
      </fieldset>
    </form>
  )
}
