import { schedule } from 'node-cron'
import { dayOf } from './clock.ts'
import type { System } from './intake/system.ts'
import { logOfLibrary } from './log.ts'
import { acquireLease, releaseLease } from './store/lease.ts'

/**
 * Does what features do once a day, at any hour, by one instance at a time: at the start and at every tenth minute it looks whether
 * the day's work is done. What fails is logged and done again at the next look. `stop` resolves when the step in hand has ended.
 */
export function scheduleDaily(system: System, owner: string): { stop(): Promise<void> } {
  let isStopping = false
  let running: Promise<void> | null = null
  const begin = (): void => {
    running ??= daily(system, owner, () => !isStopping)
      .catch(error => system.log.error({ err: error }, 'the daily work failed; it is done again'))
      .finally(() => {
        running = null
      })
  }
  const task = schedule('*/10 * * * *', begin, {
    name: 'daily',
    unref: true,
    logger: logOfLibrary(system.log, 'node-cron'),
  })
  begin()
  return {
    stop: async () => {
      isStopping = true
      await task.destroy()
      await running
    },
  }
}

/** One look: does the day's work if nobody has done it, as long as `mayGoOn`. */
export async function daily(system: System, owner: string, mayGoOn: () => boolean): Promise<void> {
  const { prisma, clock, registry } = system
  const campaign = await system.campaign(prisma)
  const today = dayOf(clock.now(), campaign.timeZone).toString()
  const done = await prisma.setting.findUnique({ where: { key: DONE } })
  if (done?.value === today) return
  const goesOn = async () => mayGoOn() && (await acquireLease(prisma, LEASE, owner, clock.now(), LEASE_MS))
  if (!(await goesOn())) return
  for (const { work, isAboveCampaigns } of registry.dailies) {
    for (const one of isAboveCampaigns ? [campaign] : campaign.among.open) {
      await work(system, one, clock.now(), goesOn)
      if (!(await goesOn())) return
    }
  }
  await prisma.setting.upsert({ where: { key: DONE }, create: { key: DONE, value: today }, update: { value: today } })
  await releaseLease(prisma, LEASE, owner)
}

const LEASE = 'daily'
/** Longer than any one statement of the work takes. */
const LEASE_MS = 60_000
/** The day whose work has been done. */
const DONE = 'daily.done'
