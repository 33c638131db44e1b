import { createHash } from 'node:crypto'
import type { ActiveCampaign } from '../../campaign/active.ts'
import { isUnderWay } from '../../campaign/states.ts'
import type { Running } from '../../contract/running.ts'
import type { Tx } from '../../store/transaction.ts'
import { dayAndHour } from '../plan/sending-hours.ts'
import { everyOpen, loadRound, type Telling } from './load-round.ts'
import { morningState } from './morning-of.ts'
import type { BegunDay, PreviewedMessage, World } from './preview.ts'
import { SeasonAhead } from './season-ahead.ts'

/**
 * Every reminder of a campaign that would go out from day `from` to day `to` ('YYYY-MM-DD', inclusive) if nobody handed anything in,
 * with the people, the ledger and the answers as they stand now. Reads only. The days between now and `from` are lived
 * too: what they send is not sent again.
 */
export async function previewStored(
  system: Pick<Running, 'clock'> & Telling,
  tx: Tx,
  campaign: ActiveCampaign,
  from: string,
  to: string,
): Promise<PreviewedMessage[]> {
  const { world, today, begun } = await storedState(tx, system, campaign, system.clock.now())
  const season = from < today ? new SeasonAhead(world, from) : new SeasonAhead(world, today, begun)
  return season.between(from, to)
}

/** What the time machine starts from: the present state, and how far the present day has come. */
export interface StoredState {
  world: World
  today: string
  begun: BegunDay
}

/** Reads it, in a handful of statements. */
export async function storedState(tx: Tx, system: Telling, campaign: ActiveCampaign, now: Date): Promise<StoredState> {
  const { day: today, hour } = dayAndHour(now, campaign.timeZone)
  // Of a campaign that is not under way nobody is reminded.
  const rows = isUnderWay(campaign) ? await everyOpen(tx, campaign, today) : []
  const { now: _, morning: __, ...world } = await loadRound(tx, system, campaign, rows, now, null)
  const { owed, recipients, ledger, orders } = world
  const lists = { owed: [...owed], recipients: [...recipients], ledger: [...ledger], orders: [...orders] }
  const { lastDay, taken } = await morningState(tx, campaign)
  const looked = lastDay === today && taken.length === 0 ? await looksOf(tx, campaign.id) : null
  return { world: { ...world, ...lists }, today, begun: { hour, looked } }
}

async function looksOf(tx: Tx, campaignId: string): Promise<ReadonlyMap<string, Date | null>> {
  const where = { campaignId, state: { in: ['OPEN' as const, 'WITH_HEAD' as const] } }
  const rows = await tx.obligation.findMany({ where, select: { id: true, nextReminderAt: true } })
  return new Map(rows.map(({ id, nextReminderAt }) => [id, nextReminderAt]))
}

/**
 * Keeps the last season that was looked at, as far as it was lived: turning the page of a calendar costs its days once. A
 * change of anything the reminders depend on begins anew.
 */
export function rememberedSeason(): (state: StoredState, planHash: string) => SeasonAhead {
  let kept: { key: string; season: SeasonAhead } | null = null
  return ({ world, today, begun }, planHash) => {
    const { owed, recipients, ledger, orders, rules, subjects } = world
    const reported = [...subjects].map(([id, subject]) => [id, subject.reported])
    const half = rules.windows.filter(({ from }) => from <= begun.hour).length
    const looked = begun.looked && [...begun.looked]
    const state = JSON.stringify(
      [planHash, today, half, looked, owed, recipients, ledger, orders, reported],
      (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value),
    )
    const key = createHash('sha256').update(state).digest('base64')
    if (kept?.key !== key) kept = { key, season: new SeasonAhead(world, today, begun) }
    return kept.season
  }
}
