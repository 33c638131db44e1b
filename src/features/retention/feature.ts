import type { ActiveCampaign } from '../../campaign/active.ts'
import { type RetentionKind, retentionKinds } from '../../campaign/retention.ts'
import { dayOf } from '../../clock.ts'
import type { Feature } from '../../contract/feature.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'
import { prunes } from './prunes.ts'

/**
 * Removes every day what the plan keeps for a time only (domain.md §9). Killed at any instant or done twice, nothing more is
 * removed than is due.
 */
export const retention: Feature = {
  name: 'retention',
  isAboveCampaigns: true,
  daily: async (system, campaign, now, goesOn) => {
    const removed: Partial<Record<RetentionKind, number>> = {}
    for (const kind of Object.keys(prunes).filter(isKind)) {
      const before = startOf(kind, campaign, now)
      for await (const count of prunes[kind](system.prisma, before)) {
        if (count > 0) removed[kind] = (removed[kind] ?? 0) + count
        if (!(await goesOn())) return
      }
    }
    if (Object.keys(removed).length > 0) system.log.info({ removed }, 'what was kept long enough is removed')
  },
}

/**
 * What is older than this instant has been kept long enough: the beginning of the local day that lies the period before today. Where
 * campaigns keep it for different times, the longest holds.
 */
function startOf(kind: RetentionKind, { among, timeZone }: ActiveCampaign, now: Date): Date {
  const starts = [...among.open, ...among.closed].map(({ plan }) => dayOf(now, timeZone).subtract(plan.retention[kind]))
  const earliest = starts.map(String).toSorted()[0] ?? dayOf(now, timeZone).toString()
  return instantAt(earliest, '00:00', timeZone)
}

function isKind(name: string): name is RetentionKind {
  return retentionKinds.some(kind => kind === name)
}
