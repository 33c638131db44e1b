import type { Visit } from '../web/visit.ts'

/** Which campaign the desk shows, and the way to another one; nothing where there is one. */
export function CampaignSwitch({ visit: { t, base, campaign, campaigns, csrf } }: { visit: Visit }) {
  if (campaigns.length <= 1) return null
  const nameOf = (one: Visit['campaign']) => {
    const name = one.shownAs ?? `${one.plan.identity.name} ${one.year}`
    return one.isWritable ? name : t('campaigns.closedChoice', { name })
  }
  return (
    <form class="campaign-switch" method="post" action={`${base}/desk/doi-phong-trao`}>
      <input type="hidden" name="csrf" value={csrf} />
      <label>
        {t('campaigns.desk.label')}{' '}
        <select name="campaign">
          {campaigns.map(one => (
            <option value={one.id} selected={one.id === campaign.id}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </label>{' '}
      <button type="submit">{t('campaigns.desk.switch')}</button>
    </form>
  )
}
