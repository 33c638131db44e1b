import type { Inbound } from '../channels/channel.ts'
import { sentAtOf } from '../channels/sent-at.ts'
import { dayOf } from '../clock.ts'
import { campaignFor } from '../contract/campaigns-of.ts'
import type { GuestCtx } from '../contract/feature.ts'
import type { Tx } from '../store/transaction.ts'
import { contextOf } from './context.ts'
import type { Scene } from './scene.ts'
import type { System } from './system.ts'
import { takeEvent } from './take-event.ts'

export interface Opened {
  ctx: GuestCtx
  scene: Scene
}

/** Claims an event, locks its conversation and reads what a step needs; null: the event was handled before. */
export async function openScene(system: System, tx: Tx, inbound: Inbound): Promise<Opened | null> {
  const now = system.clock.now()
  const known = await system.campaign(tx)
  const today = dayOf(now, known.timeZone).toString()
  const scene = await takeEvent(tx, inbound, now, today)
  if (!scene) return null
  const { among } = scene.campaignsMark === known.among.mark ? known : await system.campaign(tx, scene.campaignsMark)
  const campaign = campaignFor(scene.person, among, scene.draft?.campaignId ?? scene.campaignId, today)
  return { ctx: contextOf(system, tx, scene, campaign, now, sentAtOf(inbound, now)), scene }
}
