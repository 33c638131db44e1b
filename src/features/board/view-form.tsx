import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import { agencyName, groupName } from './board-page.tsx'
import { agenciesOf, boardPeriods, type Choice, fieldsOf } from './board-view.ts'
import type { Looking } from './looking.ts'
import type { BoardView } from './matrix.ts'

interface ViewFormProps {
  ctx: Ctx
  view: BoardView
  choice: Choice
  looking: Looking
}

/** What is looked at: period, another beside it, day, and what of it. */
export function ViewForm({ ctx, view, choice, looking }: ViewFormProps) {
  const { t } = ctx
  const periods = boardPeriods(ctx).map(value => ({ value, label: periodName(value, t) }))
  const groups = ctx.campaign.plan.participants.collectives.map(({ code }) => ({
    ...{ value: code, label: groupName(ctx, code) },
  }))
  const fields = fieldsOf(ctx).map(value => ({ value, label: value }))
  const agencies = agenciesOf(ctx).map(value => ({ value, label: agencyName(ctx, value) }))
  const none = t('board.room.everything')
  return (
    <form class="search" method="get" action={looking.board}>
      <Choose label={t('board.room.period')} name="ky" chosen={view.period} options={periods} none={null} />
      <Choose
        {...{ label: t('board.room.beside'), name: 'ky2', chosen: choice.beside, none: t('board.room.noBeside') }}
        options={periods.filter(({ value }) => value !== view.period)}
      />
      <label>
        {t('board.room.day')}{' '}
        <input type="date" name="ngay" value={view.day?.toString() ?? ''} max={ctx.today.toString()} />
      </label>
      <Choose {...{ label: t('board.room.group'), name: 'nhom', chosen: choice.group, options: groups, none }} />
      {fields.length > 0 && (
        <Choose {...{ label: t('board.room.field'), name: 'linh-vuc', chosen: choice.field, options: fields, none }} />
      )}
      {agencies.length > 0 && (
        <Choose
          {...{ label: t('board.room.agency'), name: 'co-quan', chosen: choice.agency, options: agencies, none }}
        />
      )}
      <label class="tick">
        <input type="checkbox" name="so" value="1" checked={choice.isNumbers} /> {t('board.room.numbers')}
      </label>
      <label class="tick">
        <input type="checkbox" name="can" value="1" checked={choice.isOnlyOpen} /> {t('board.room.onlyOpen')}
      </label>
      <button type="submit" class="button">
        {t('board.room.show')}
      </button>
    </form>
  )
}

interface ChooseProps {
  label: string
  name: string
  chosen: string | null
  options: readonly { value: string; label: string }[]
  /** What is said where nothing is chosen; null: something always is. */
  none: string | null
}

function Choose({ label, name, chosen, options, none }: ChooseProps) {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        {none !== null && <option value="">{none}</option>}
        {options.map(({ value, label: words }) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
