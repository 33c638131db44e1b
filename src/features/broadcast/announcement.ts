import { deadlineDay } from '../../campaign/due-days.ts'
import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import { typedPlaceholders } from './placeholders.ts'
import { type Draft, roleGroups } from './rules.ts'

/** How the address asks for it: `…/moi?mau=phat-dong`. */
export const ANNOUNCEMENT = 'phat-dong'

/**
 * The launch of the campaign, told to everybody who is registered (T04). It carries the campaign's own id, so that it can be sent once;
 * the officer may change its words before.
 */
export function announcement({ campaign, today, t }: Ctx): Draft {
  const { identity, theme, duties } = campaign.plan
  const launch = duties.find(({ metBy }) => metBy.kind === 'launchDocument')
  const due = launch?.due.kind === 'once' ? deadlineDay(campaign.plan, launch.due.deadline, campaign.calendar) : null
  const isAhead = due !== null && due.toString() >= today.toString()
  const text = t(isAhead ? 'broadcast.announcement.text' : 'broadcast.announcement.textWithoutDay', {
    ...typedPlaceholders(t),
    ...{ title: identity.title, number: identity.number, day: formatDate(identity.signedOn), issuer: identity.issuer },
    ...{ themeName: theme.name, theme: theme.text, launchBy: due ? formatDate(due.toString()) : '' },
  })
  const audience = { to: { of: 'all' as const }, roles: [...roleGroups] }
  return { id: campaign.id, audience, text, at: null, reason: t('broadcast.announcement.reason') }
}

/** Whether it has been sent. */
export async function isAnnounced({ tx, campaign }: Ctx): Promise<boolean> {
  return (await tx.broadcast.count({ where: { id: campaign.id } })) > 0
}
