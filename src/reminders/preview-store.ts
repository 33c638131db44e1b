import type { System } from '../intake/system.ts'
import type { Tx } from '../store/transaction.ts'
import { everyOpen, loadRound } from './load-round.ts'
import { type PreviewedMessage, preview } from './preview.ts'
import { dayAndHour } from './sending-hours.ts'

/**
 * Every reminder that would go out from day `from` to day `to` ('YYYY-MM-DD', inclusive) if nobody handed anything in,
 * with the people, the ledger and the answers as they stand now. Reads only.
 */
export async function previewStored(
  system: Pick<System, 'campaign' | 'texts' | 'clock'>,
  tx: Tx,
  from: string,
  to: string,
): Promise<PreviewedMessage[]> {
  const campaign = await system.campaign(tx)
  const now = system.clock.now()
  const rows = await everyOpen(tx, campaign.id, dayAndHour(now, campaign.timeZone).day)
  const { now: _, morning: __, ...world } = await loadRound(tx, system, campaign, rows, now, null)
  const lists = {
    owed: [...world.owed],
    recipients: [...world.recipients],
    ledger: [...world.ledger],
    orders: [...world.orders],
  }
  return preview({ ...world, ...lists }, from, to)
}
