import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import type { Coming } from './comings.ts'

interface ComingProps {
  ctx: Ctx
  address: string
  csrf: string
  units: readonly Coming[]
  /** Which of them are asked for: `cho`, `trong`; anything else is all. */
  shown: string | null
}

const narrowings = {
  cho: ({ waiting }: Coming) => waiting.length > 0,
  trong: ({ here }: Coming) => here.length === 0,
} as const

/** Who has come, who has not, since when; reminded, printed again, taken back from here. */
export function ComingPage({ ctx, address, csrf, units, shown }: ComingProps) {
  const { t } = ctx
  const narrowing = shown === 'cho' || shown === 'trong' ? shown : null
  const listed = narrowing ? units.filter(narrowings[narrowing]) : units
  const waiting = units.filter(narrowings.cho)
  const here = `${address}/da-moi`
  return (
    <>
      <p class="crumbs">
        <a href={address}>← {t('inviting.room.title')}</a>
      </p>
      <h1>{t('inviting.coming.title')}</h1>
      <ul class="chips">
        <Chip href={here} isHere={narrowing === null} text={t('inviting.coming.all', { count: units.length })} />
        {(['cho', 'trong'] as const).map(name => (
          <Chip
            href={`${here}?loc=${name}`}
            isHere={narrowing === name}
            text={t(`inviting.coming.${name}`, { count: units.filter(narrowings[name]).length })}
          />
        ))}
      </ul>
      {waiting.length > 0 && (
        <form class="compose" method="post" action={`${address}/nhac`}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="tat-ca" value="1" />
          <button type="submit" class="button primary">
            {t('inviting.coming.nudgeAll', { count: waiting.length })}
          </button>{' '}
          <button type="submit" class="button" formaction={`${address}/phieu`}>
            {t('inviting.coming.printAll')}
          </button>
          <p class="hint">{t('inviting.coming.nudgeHint')}</p>
          <p class="hint">{t('inviting.coming.printHint')}</p>
        </form>
      )}
      {listed.length === 0 ? (
        <p class="empty">{t('inviting.coming.none')}</p>
      ) : (
        <table class="records">
          <thead>
            <tr>
              {['unit', 'here', 'waiting', 'deeds'].map(column => (
                <th scope="col">{t(`inviting.coming.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listed.map(unit => (
              <Line {...{ ctx, address, csrf, unit }} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Chip({ href, isHere, text }: { href: string; isHere: boolean; text: string }) {
  return (
    <li>
      <a href={href} aria-current={isHere ? 'true' : undefined}>
        {text}
      </a>
    </li>
  )
}

function Line({ ctx, address, csrf, unit }: { ctx: Ctx; address: string; csrf: string; unit: Coming }) {
  const { t, localTime } = ctx
  return (
    <tr>
      <th scope="row">{unit.name}</th>
      <td data-label={t('inviting.coming.here')}>
        {unit.here.length === 0
          ? t('inviting.coming.nobody')
          : unit.here.map(({ fullName, role, since }) => (
              <div>
                {t('inviting.coming.isHere', { name: fullName, role: t(`roles.${role}`), since: formatDate(since) })}
              </div>
            ))}
      </td>
      <td data-label={t('inviting.coming.waiting')}>
        {unit.waiting.map(({ id, fullName, role, createdAt }) => (
          <form method="post" action={`${address}/thu-hoi`} class="row">
            <input type="hidden" name="csrf" value={csrf} />
            <input type="hidden" name="ma" value={id} />
            <span>
              {t('inviting.coming.waits', { name: fullName, role: t(`roles.${role}`), since: localTime(createdAt) })}
            </span>{' '}
            <button type="submit" class="button" aria-label={t('inviting.coming.revokeOf', { name: fullName })}>
              {t('inviting.coming.revoke')}
            </button>
          </form>
        ))}
      </td>
      <td data-label={t('inviting.coming.deeds')}>
        {unit.waiting.length > 0 && (
          <form method="post" action={`${address}/nhac`}>
            <input type="hidden" name="csrf" value={csrf} />
            <input type="hidden" name="don-vi" value={unit.code} />
            <button type="submit" class="button" aria-label={t('inviting.coming.nudgeOf', { unit: unit.name })}>
              {t('inviting.coming.nudge')}
            </button>{' '}
            <button
              type="submit"
              class="button"
              formaction={`${address}/phieu`}
              aria-label={t('inviting.coming.printOf', { unit: unit.name })}
            >
              {t('inviting.coming.print')}
            </button>
          </form>
        )}
        {unit.nudgedAt && <p class="hint">{t('inviting.coming.nudgedAt', { at: localTime(unit.nudgedAt) })}</p>}
      </td>
    </tr>
  )
}
