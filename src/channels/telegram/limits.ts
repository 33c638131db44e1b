/** Limits of the Bot API 10.3 (core.telegram.org/bots/api); those of buttons are known from practice only. */
export const limits = {
  /** UTF-16 code units. */
  text: 4096,
  caption: 1024,
  /** Bytes of UTF-8. */
  callbackData: 64,
  buttons: 100,
  buttonsInRow: 8,
  commandDescription: 256,
  /** Bytes of a file that a bot can download. */
  download: 20 * 1024 * 1024,
} as const
