import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { WayIn } from '../../people/ways-in.ts'
import type { Sheet } from './sheets-page.tsx'

/** An invitation as it is passed on in a group or a letter: who, to what, every way in, the code. */
export function forwardText(
  { t, campaign, localTime }: Pick<Ctx, 't' | 'campaign' | 'localTime'>,
  { unitCode, role, fullName, code, expiresAt }: Sheet,
  ways: readonly WayIn[],
): string {
  const said = {
    ...{ name: fullName, role: t(`roles.${role}`), unit: unitName(campaign, unitCode) },
    ...{ campaign: campaign.plan.identity.name, code, until: localTime(expiresAt) },
  }
  const lines = ways.map(({ channel, url, isCodeTyped }) => {
    const line = `${t(`channels.${channel}`)}: ${url}`
    return isCodeTyped ? `${line} (${t('inviting.sheets.typeCode')})` : line
  })
  return [t('inviting.forward.head', said), ...lines, t('inviting.forward.tail', said)].join('\n')
}
