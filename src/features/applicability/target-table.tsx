import type { Target } from '../../campaign/target.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Applicability } from '../../store/generated/client.ts'

/** A unit with what holds for it; null: the target says nothing of it. */
export interface UnitStands {
  code: string
  name: string
  group: string
  row: Applicability | null
}

interface TargetProps {
  ctx: Ctx
  target: Target
  units: readonly UnitStands[]
  address: string
  csrf: string
  problem: string | null
}

/** The units of a target, to be marked and decided on together. */
export function TargetTable({ ctx, target, units, address, csrf, problem }: TargetProps) {
  const { t, campaign } = ctx
  const groups = campaign.plan.participants.collectives.filter(({ code }) => units.some(({ group }) => group === code))
  return (
    <>
      <p class="crumbs">
        <a href={address}>{t('applicability.room.title')}</a>
      </p>
      <h1>{target.name}</h1>
      <p>{target.shortName}</p>
      {problem !== null && (
        <p class="flash bad" role="alert">
          {problem}
        </p>
      )}
      <form class="compose" method="post" action={`${address}/${target.code}`}>
        <input type="hidden" name="csrf" value={csrf} />
        <table class="records">
          <thead>
            <tr>
              {['unit', 'group', 'state', 'why'].map(name => (
                <th scope="col">{t(`applicability.room.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map(unit => (
              <tr>
                <th scope="row">
                  <label class="tick">
                    <input type="checkbox" name="dv" value={unit.code} /> {unit.name}
                  </label>
                </th>
                <td>{groups.find(({ code }) => code === unit.group)?.name ?? ''}</td>
                <td>{t(`applicability.states.of.${unit.row?.state ?? 'NOT_APPLICABLE'}`)}</td>
                <td>{whyOf(ctx, unit.row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div class="field">
          <label for="nhom">{t('applicability.room.wholeGroup')}</label>
          <select id="nhom" name="nhom">
            <option value="">{t('applicability.room.onlyMarked')}</option>
            {groups.map(({ code, name }) => (
              <option value={code}>{name}</option>
            ))}
          </select>
        </div>
        <fieldset class="field">
          <legend>{t('applicability.room.decision')}</legend>
          {(['APPLIES', 'NOT_APPLICABLE'] as const).map(state => (
            <label class="tick">
              <input type="radio" name="trang-thai" value={state} required /> {t(`applicability.states.of.${state}`)}
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for="ly-do">{t('applicability.room.reason')}</label>
          <input id="ly-do" name="ly-do" minlength={5} maxlength={2_000} required />
        </div>
        <button type="submit" class="button primary">
          {t('applicability.room.save')}
        </button>
      </form>
    </>
  )
}

function whyOf({ t }: Ctx, row: Applicability | null): string {
  if (!row) return ''
  return row.source === 'person' ? row.reason : t('applicability.room.byPlan')
}
