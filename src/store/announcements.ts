/** What the triggers of the migrations announce: the account whose web chat has something new. */
export const announced = 'web_chat'

/** Who wants to know what any process on this database announces (NOTIFY). */
export interface Listener {
  heard(payload: string): void
  /** Something may have been missed: called when the connection is there again, and every few seconds while it is not. */
  missed(): void
}

export interface Listening {
  close(): Promise<void>
}
