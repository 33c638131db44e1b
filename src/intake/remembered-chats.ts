import type { Inbound } from '../channels/channel.ts'
import type { Scene } from './scene.ts'

/** Chats beyond this number are forgotten, the one touched longest ago first. */
const MOST = 5_000

/**
 * Where this instance has left the chats. A hint that saves reading it again, never the
 * truth: whoever builds on it lets the database check it while it writes (`turn_at_once` in the migrations).
 */
export class RememberedChats {
  readonly #scenes = new Map<string, Scene>()

  of(inbound: Inbound): Scene | undefined {
    return this.#scenes.get(keyOf(inbound))
  }

  /** Null: nothing is known of the chat any more. */
  keep(inbound: Inbound, scene: Scene | null): void {
    const key = keyOf(inbound)
    this.#scenes.delete(key)
    if (!scene) return
    this.#scenes.set(key, scene)
    if (this.#scenes.size <= MOST) return
    for (const oldest of this.#scenes.keys()) {
      this.#scenes.delete(oldest)
      return
    }
  }
}

function keyOf({ channel, account }: Inbound): string {
  return `${channel}:${account}`
}
