import type { GuestCtx } from '../contract/feature.ts'
import type { Registry } from './registry.ts'
import type { RunningDraft } from './running-draft.ts'
import type { Scene } from './scene.ts'
import type { Choosing } from './which-campaign.ts'

/** What is known where one event is decided on. */
export interface Talk {
  ctx: GuestCtx
  scene: Scene
  registry: Registry
  running: RunningDraft | null
  choosing: Choosing
}
