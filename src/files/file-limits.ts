/** Bytes of the largest file that is taken: what Telegram lets a bot download, the same on every channel. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** The same as people read it. */
export const maxMegabytes = MAX_FILE_BYTES / 1024 / 1024

/** What one person may send within a day, on all channels together. */
export const mostFilesADay = 100
export const mostBytesADay = 500 * 1024 * 1024
