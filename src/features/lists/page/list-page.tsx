import type { Ctx } from '../../../contract/feature.ts'
import { rowOf, type TypedRow } from '../file/typed-row.ts'
import { stateInWords } from '../item-words.ts'
import type { ListPlace, Shown } from './room.tsx'

interface ListProps extends Shown {
  ctx: Ctx
  address: string
  csrf: string
  place: ListPlace
}

const fresh: TypedRow = { n: null, text: '', receivedOn: '', dueOn: '', doneOn: '', result: '' }

/** Rows that wait to be filled in below the list. */
const emptyRows = 5

/** The list: a row an item, one button that says «done today», empty rows below; the same as a file beside it. */
export function ListPage(props: ListProps) {
  const { ctx, address, csrf, place, said } = props
  const { t } = ctx
  const { target } = place
  const hidden = (
    <>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="dv" value={place.unit} />
      <input type="hidden" name="ct" value={target?.code ?? ''} />
    </>
  )
  return (
    <>
      <h1>{t('list.room.title')}</h1>
      {said && (
        <div class={said.isGood ? 'flash good' : 'flash bad'} role={said.isGood ? 'status' : 'alert'}>
          <p>{said.text}</p>
        </div>
      )}
      <Choosing {...props} />
      {target === null ? (
        <p>{t('list.room.none')}</p>
      ) : (
        <>
          <p>{t('list.room.lead', { name: target.name })}</p>
          <form class="grid" method="post" action={`${address}/luu`}>
            {hidden}
            <input type="hidden" name="lan" value={String(place.record?.version ?? 0)} />
            {/* Enter in a cell hands in; it never says that something is done. */}
            <button type="submit" name="do" value="gui" class="sr-only" tabindex={-1}>
              {t('list.room.send')}
            </button>
            <Rows {...props} />
            <p class="actions">
              <button type="submit" name="do" value="gui" class="button good">
                {t('list.room.send')}
              </button>
            </p>
          </form>
          <section>
            <p>
              <a
                class="button"
                href={`${address}/mau?${new URLSearchParams({ dv: place.unit, ct: target.code })}`}
                download
              >
                {t('list.file.download')}
              </a>
            </p>
            <form class="search" method="post" action={`${address}/luu`} enctype="multipart/form-data">
              {hidden}
              <div class="field grow">
                <label for="tep">{t('list.file.upload')}</label>
                <input id="tep" name="tep" type="file" accept=".xlsx" />
              </div>
              <button type="submit" name="do" value="tep" class="button">
                {t('list.file.uploadDo')}
              </button>
            </form>
          </section>
        </>
      )}
    </>
  )
}

function Choosing({ ctx: { t }, address, place }: ListProps) {
  return (
    <form class="search" method="get" action={address}>
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
      <div class="field">
        <label for="ct">{t('list.columns.target')}</label>
        <select id="ct" name="ct">
          {place.targets.map(({ code, name }) => (
            <option value={code} selected={code === place.target?.code}>
              {name}
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

function Rows({ ctx, place, rows, problems }: ListProps) {
  const { t } = ctx
  const { target, items } = place
  if (!target) return null
  const { item, receivedOn, dueOn, doneOn, result } = target.list
  const shown = [...(rows ?? items.map(rowOf)), ...Array.from({ length: emptyRows }, () => fresh)]
  const columns = [
    { name: 'viec', of: 'text', label: item },
    ...(receivedOn === null ? [] : [{ name: 'nhan', of: 'receivedOn', label: receivedOn } as const]),
    ...(dueOn === null ? [] : [{ name: 'han', of: 'dueOn', label: dueOn } as const]),
    { name: 'xong', of: 'doneOn', label: doneOn },
    ...(result === null ? [] : [{ name: 'ket-qua', of: 'result', label: result } as const]),
  ] as const
  return (
    <table class="records figures">
      <thead>
        <tr>
          <th scope="col">{t('list.columns.n')}</th>
          {columns.map(({ label }) => (
            <th scope="col">{label}</th>
          ))}
          <th scope="col">{t('list.columns.state')}</th>
          <th scope="col">{t('list.room.strike')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row, at) => {
          const why = problems?.get(at)
          const known = items.find(({ n }) => n === row.n)
          const number = row.n ?? t('list.room.fresh')
          return (
            <tr class={why === undefined ? undefined : 'wrong'}>
              <td data-label={t('list.columns.n')}>
                {row.n ?? ''}
                <input type="hidden" name="dong" value={String(at)} />
                <input type="hidden" name={`n-${at}`} value={String(row.n ?? '')} />
              </td>
              {columns.map(({ name, of, label }) => (
                <td data-label={label}>
                  <input
                    name={`${name}-${at}`}
                    value={row[of]}
                    aria-label={t('list.room.cell', { n: number, column: label })}
                    aria-invalid={why === undefined ? undefined : 'true'}
                    aria-describedby={why === undefined ? undefined : `loi-${at}`}
                    autocomplete="off"
                    maxlength={of === 'text' || of === 'result' ? 500 : 30}
                  />
                </td>
              ))}
              <td data-label={t('list.columns.state')}>
                {why !== undefined && (
                  <span class="error" id={`loi-${at}`}>
                    {t(`list.unread.${why}`)}
                  </span>
                )}
                {why === undefined && known && stateInWords(t, known, ctx.today.toString())}
                {why === undefined && known?.doneOn === null && (
                  <button type="submit" name="do" value={`xong-${known.n}`} class="button">
                    {t('list.do.today')}
                    <span class="sr-only"> {t('list.room.ofItem', { n: known.n })}</span>
                  </button>
                )}
              </td>
              <td data-label={t('list.room.strike')}>
                {row.n !== null && (
                  <label class="tick">
                    <input type="checkbox" name={`xoa-${at}`} value="1" />
                    <span class="sr-only">{t('list.room.strikeItem', { n: row.n })}</span>
                  </label>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
