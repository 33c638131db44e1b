import type { Running } from '../contract/running.ts'
import type { Registry } from './registry.ts'

/** A running system with all features, found by the names that chats and drafts keep. */
export interface System extends Running {
  registry: Registry
}
