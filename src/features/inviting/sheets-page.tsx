import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { QrCode } from '../../contract/qr-code.tsx'
import type { WayIn } from '../../people/ways-in.ts'
import type { Role } from '../../store/generated/client.ts'
import { forwardText } from './forward-text.ts'

/** One invitation with its code, which is seen this once. */
export interface Sheet {
  unitCode: string
  role: Role
  fullName: string
  code: string
  expiresAt: Date
}

interface SheetsProps {
  ctx: Ctx
  address: string
  coded: readonly Sheet[]
  ways: (code: string) => readonly WayIn[]
  /** Who was given a role at once, and who was here or invited already. */
  counts: { given: number; left: number }
}

/** Invitations to print, a sheet a unit, each with its codes for the camera and its text to pass on. */
export function SheetsPage({ ctx, address, coded, ways, counts }: SheetsProps) {
  const { t, campaign } = ctx
  const units = [...new Set(coded.map(({ unitCode }) => unitCode))]
    .map(code => ({ code, name: unitName(campaign, code) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
  return (
    <>
      <div class="not-printed">
        <p class="crumbs">
          <a href={`${address}/da-moi`}>← {t('inviting.coming.title')}</a>
        </p>
        <h1>{t('inviting.sheets.title')}</h1>
        <p class={coded.length > 0 ? 'flash good' : 'flash'} role="status">
          {t('inviting.sheets.done', { count: coded.length, units: units.length })}{' '}
          {counts.given > 0 && t('inviting.sheets.given', { count: counts.given })}{' '}
          {counts.left > 0 && t('inviting.sheets.left', { count: counts.left })}
        </p>
        {coded.length > 0 && <p>{t('inviting.sheets.howTo')}</p>}
      </div>
      {units.map(unit => (
        <section class="invite-sheet" aria-label={unit.name}>
          <h2>{t('inviting.sheets.of', { unit: unit.name })}</h2>
          <p>{t('inviting.sheets.lead', { campaign: campaign.plan.identity.name })}</p>
          {coded
            .filter(({ unitCode }) => unitCode === unit.code)
            .map(sheet => (
              <Card ctx={ctx} sheet={sheet} ways={ways(sheet.code)} />
            ))}
        </section>
      ))}
    </>
  )
}

function Card({ ctx, sheet, ways }: { ctx: Ctx; sheet: Sheet; ways: readonly WayIn[] }) {
  const { t, localTime } = ctx
  const { fullName, role, code, expiresAt } = sheet
  return (
    <article class="invite-card">
      <h3>{fullName}</h3>
      <p>{t(`roles.${role}`)}</p>
      <ul class="invite-ways">
        {ways.map(({ channel, url, isCodeTyped }) => (
          <li>
            <QrCode
              text={url}
              label={t('inviting.sheets.qr', { channel: t(`channels.${channel}`), name: fullName })}
              ecc="M"
            />
            <strong>{t(`channels.${channel}`)}</strong>
            {isCodeTyped && <span>{t('inviting.sheets.typeCode')}</span>}
          </li>
        ))}
      </ul>
      <p>
        {t('inviting.sheets.code')} <code class="typed-key">{code}</code>
      </p>
      <p class="hint">{t('inviting.sheets.once', { until: localTime(expiresAt) })}</p>
      <details class="not-printed">
        <summary>{t('inviting.sheets.forward')}</summary>
        <textarea readonly rows={8} aria-label={t('inviting.sheets.forwardTo', { name: fullName })}>
          {forwardText(ctx, sheet, ways)}
        </textarea>
      </details>
    </article>
  )
}
