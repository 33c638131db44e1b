import type { ChannelName } from '../../src/channels/channel.ts'
import type { System } from '../../src/intake/system.ts'

/** Drives one channel as people use it, so that one script of lines runs on all of them. */
export interface ChannelDriver {
  readonly name: ChannelName
  /** Connects the channel, its sender and its file fetcher to a system. */
  start(system: System): Promise<void>
  /** The person with this account; the same account is the same person. */
  person(account: string): DrivenPerson
  stop(): Promise<void>
}

/** Each act returns when the system has taken it in and nothing that is due remains unsent. */
export interface DrivenPerson {
  type(text: string): Promise<void>
  /** Presses a button of the latest message that has one: by its label, with or without its number, or by the number it stands for. */
  press(button: string | number): Promise<void>
  sendFile(name: string, bytes: Uint8Array): Promise<void>
  /** What the person got since the latest act. */
  lastMessages(): readonly ShownMessage[]
}

export interface ShownMessage {
  text: string
  buttons: readonly string[]
}
