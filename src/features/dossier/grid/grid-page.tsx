import type { Ctx } from '../../../contract/feature.ts'
import type { Waits } from '../deciding.ts'
import { shownOf } from '../figure-text.ts'
import { type Line, ready } from '../line.ts'
import type { Entry, Sheet } from '../sheet.ts'
import { DecidePart } from './decide-part.tsx'
import type { Place } from './looking.ts'
import type { Said } from './room.tsx'

interface GridProps {
  ctx: Ctx
  address: string
  csrf: string
  place: Place
  lines: readonly Line[]
  /** What stands in the cells. */
  sheet: Sheet
  /** What is kept: another one only where a file is looked at before. */
  kept: Sheet
  waits: Waits | null
  said: Said | null
  revision: number
}

/** The grid: a row a target, one cell to fill in, how it is read beside it. */
export function GridPage(props: GridProps) {
  const { ctx, address, csrf, place, lines, sheet, kept, waits, said, revision } = props
  const { t } = ctx
  const unit = place.units.find(({ value }) => value === place.unit)?.label ?? place.unit
  const where = `?${new URLSearchParams({ dv: place.unit, ky: place.period })}`
  // A figure without one before it cannot fall.
  const hasReasons = lines.some(mayWantReason)
  const hidden = (
    <>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="dv" value={place.unit} />
      <input type="hidden" name="ky" value={place.period} />
    </>
  )
  return (
    <>
      <h1>{t('dossier.room.title')}</h1>
      {said && (
        <div class={said.isGood ? 'flash good' : 'flash bad'} role={said.isGood ? 'status' : 'alert'}>
          {said.lines.map(line => (
            <p>{line}</p>
          ))}
        </div>
      )}
      <Choosing {...props} />
      {waits && waits.rows.length > 0 && <DecidePart {...{ ctx, address, hidden, waits }} />}
      {lines.length === 0 ? (
        <p>{t('dossier.grid.none')}</p>
      ) : (
        <>
          <p>{t('dossier.grid.lead')}</p>
          <form class="grid" method="post" action={`${address}/luu`}>
            {hidden}
            <input type="hidden" name="lan" value={String(revision)} />
            {/* Enter in a cell saves, and never hands in. */}
            <button type="submit" name="do" value="luu" class="sr-only" tabindex={-1}>
              {t('dossier.grid.save')}
            </button>
            <table class="records figures">
              <thead>
                <tr>
                  {[...headings, ...(hasReasons ? ['reason'] : [])].map(name => (
                    <th scope="col">{t(`dossier.grid.${name}`)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map(line => (
                  <GridRow {...{ ctx, line, hasReasons }} kept={kept.entries[line.row.topic] ?? null} />
                ))}
              </tbody>
            </table>
            <p class="actions">
              <button type="submit" name="do" value="luu" class="button primary">
                {t('dossier.grid.save')}
              </button>
              <button type="submit" name="do" value="giu-nguyen" class="button">
                {t('dossier.grid.keep')}
              </button>
              {ready(lines).length > 0 && (
                <button type="submit" name="do" value="gui" class="button good">
                  {t('dossier.grid.send', { count: ready(lines).length })}
                </button>
              )}
            </p>
          </form>
          <section>
            <p>
              <a class="button" href={`${address}/mau${where}`} download>
                {t('dossier.grid.download', { unit })}
              </a>
            </p>
            <form class="search" method="post" action={`${address}/luu`} enctype="multipart/form-data">
              {hidden}
              <div class="field grow">
                <label for="tep">{t('dossier.grid.upload')}</label>
                <input id="tep" name="tep" type="file" accept=".xlsx" />
              </div>
              <button type="submit" name="do" value="tep" class="button">
                {t('dossier.grid.uploadDo')}
              </button>
            </form>
          </section>
          {sheet.unread.length > 0 && (
            <section>
              <h2>{t('dossier.grid.unread')}</h2>
              <ul>
                {sheet.unread.map(({ line, why, names }) => (
                  <li>
                    {t('dossier.unread.line', { line, why: t(`dossier.unread.${why}`, { names }) }).replace(/^• /, '')}
                  </li>
                ))}
              </ul>
              <form method="post" action={`${address}/luu`}>
                {hidden}
                <button type="submit" name="do" value="xoa-chua-hieu" class="button">
                  {t('dossier.grid.clearUnread')}
                </button>
              </form>
            </section>
          )}
        </>
      )}
    </>
  )
}

const headings = ['n', 'target', 'last', 'value', 'readBack'] as const

function mayWantReason({ row, entry }: Line): boolean {
  return row.last !== null || row.params.needsReason === true || (entry?.reason ?? '') !== ''
}

function Choosing({ ctx: { t }, address, place }: GridProps) {
  return (
    <form class="search" method="get" action={address}>
      {place.units.length > 1 ? (
        <div class="field">
          <label for="dv">{t('dossier.grid.unit')}</label>
          <select id="dv" name="dv">
            {place.units.map(({ value, label }) => (
              <option value={value} selected={value === place.unit}>
                {label}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <p>
          <strong>{place.units[0]?.label}</strong>
        </p>
      )}
      <div class="field">
        <label for="ky">{t('dossier.grid.period')}</label>
        <select id="ky" name="ky">
          {place.periods.map(({ value, label }) => (
            <option value={value} selected={value === place.period}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button">
        {t('dossier.grid.choose')}
      </button>
    </form>
  )
}

interface RowProps {
  ctx: Ctx
  line: Line
  kept: Entry | null
  hasReasons: boolean
}

function GridRow({ ctx, line, kept, hasReasons }: RowProps) {
  const { t } = ctx
  const { row, entry, reading, state } = line
  const [typed, reason] = [entry?.typed ?? '', entry?.reason ?? '']
  const isWrong = reading !== null && !reading.ok
  const sent = row.sent ? `${row.sent.shown} (${t(`dossier.sent.${row.sent.state}`, { why: row.sent.why })})` : ''
  const read = reading?.ok ? shownOf(ctx, line) : isWrong ? reading.why : sent
  const labels = (name: string) => ({ 'data-label': t(`dossier.grid.${name}`) })
  return (
    <tr id={`dong-${row.topic}`} class={isWrong || state === 'OVERTAKEN' ? 'wrong' : undefined}>
      <td {...labels('n')}>{row.n}</td>
      <td {...labels('target')}>
        <strong>{row.name}</strong>
      </td>
      <td {...labels('last')}>{row.lastShown}</td>
      <td {...labels('value')}>
        <input type="hidden" name={`co-${row.topic}`} value={kept?.typed ?? ''} />
        <input
          name={`o-${row.topic}`}
          value={typed}
          aria-label={t('dossier.grid.valueOf', { name: row.name })}
          aria-describedby={`doc-${row.topic}`}
          aria-invalid={isWrong ? 'true' : undefined}
          autocomplete="off"
          maxlength={4_000}
        />
      </td>
      <td {...labels('readBack')} id={`doc-${row.topic}`}>
        {isWrong ? <span class="error">{read}</span> : read}
        {state === 'OVERTAKEN' && (
          <span class="error">{t('dossier.line.OVERTAKEN', { typed, sent: row.sent?.shown ?? '' })}</span>
        )}
      </td>
      {hasReasons && (
        <td {...labels('reason')}>
          <input type="hidden" name={`co-ly-do-${row.topic}`} value={kept?.reason ?? ''} />
          <input
            name={`ly-do-${row.topic}`}
            value={reason}
            aria-label={t('dossier.grid.reasonOf', { name: row.name })}
            autocomplete="off"
            maxlength={2_000}
          />
        </td>
      )}
    </tr>
  )
}
