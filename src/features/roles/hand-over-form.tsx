import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { handingAs } from './rules.ts'
import { heldOn, type Known } from './store.ts'

interface HandOverProps {
  ctx: Ctx
  csrf: string
  known: Known
  colleagues: readonly Known[]
  action: string
}

/** A role goes to somebody else, for a while or for good. Colleagues of the unit come first. */
export function HandOver({ ctx, csrf, known, colleagues, action }: HandOverProps) {
  const { t, campaign, today } = ctx
  const day = today.toString()
  const hands = (role: Known['roles'][number], to: string, isForGood: boolean) => {
    const held = { personId: known.id, unitCode: role.unitCode, role: role.role, isStandIn: role.other !== null }
    return handingAs(ctx, held, to, isForGood) !== null
  }
  const roles = heldOn(known.roles, day).filter(role => colleagues.some(({ id }) => hands(role, id, false)))
  const [first] = roles
  if (!first) return null
  const mayForGood = roles.some(role => colleagues.some(({ id }) => hands(role, id, true)))
  const isHere = (one: Known) => heldOn(one.roles, day).some(({ unitCode }) => unitCode === first.unitCode)
  // Whoever is to come from far away is given a role at the unit first: a page does not list thousands.
  const sorted = [...colleagues.filter(isHere), ...colleagues.filter(one => !isHere(one))].slice(0, 200)
  return (
    <details>
      <summary>{t('roleGiving.person.handOver')}</summary>
      <form class="compose" method="post" action={action}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="viec" value="ban-giao" />
        <div class="field">
          <label for="bg-ma">{t('roleGiving.person.role')}</label>
          <select id="bg-ma" name="ma">
            {roles.map(({ id, role, unitCode }) => (
              <option value={id}>
                {t(`roles.${role}`)} – {unitName(campaign, unitCode)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="bg-cho">{t('roleGiving.person.to')}</label>
          <select id="bg-cho" name="cho">
            {sorted.map(one => (
              <option value={one.id}>
                {one.fullName}
                {isHere(one) ? '' : ` (${unitName(campaign, heldOn(one.roles, day)[0]?.unitCode ?? '')})`}
              </option>
            ))}
          </select>
        </div>
        <ul class="ticks short">
          <li>
            <label>
              <input type="radio" name="cach" value="tam" checked /> {t('roleGiving.person.forAWhile')}
            </label>
          </li>
          {mayForGood && (
            <li>
              <label>
                <input type="radio" name="cach" value="han" /> {t('roleGiving.person.forGood')}
              </label>
            </li>
          )}
        </ul>
        <div class="field">
          <label for="bg-tu">{t('roleGiving.person.from')}</label>
          <input id="bg-tu" type="date" name="tu-ngay" value={day} min={day} required />
        </div>
        <div class="field">
          <label for="bg-den">{t('roleGiving.person.untilWhile')}</label>
          <input id="bg-den" type="date" name="den-ngay" min={day} />
        </div>
        <button type="submit" class="button primary">
          {t('roleGiving.person.handOver')}
        </button>
        <p class="hint">{t('roleGiving.person.handOverHint')}</p>
      </form>
    </details>
  )
}
