/** Why a file is not restored; `code` chooses the sentence. Nothing has been changed. */
export type BackupFault =
  | 'unreadable'
  /** No backup of this program at all. */
  | 'notBackup'
  /** Cut off, or changed since it was written. */
  | 'damaged'
  /** Written by a newer version of the program. */
  | 'newer'
  /** Written by a program whose history is another one. */
  | 'otherHistory'
  /** There is something where it would be restored to. */
  | 'notEmpty'

export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly fault: BackupFault
  /** The file, or for `notEmpty` the place. */
  readonly where: string

  constructor(fault: BackupFault, where: string, cause?: unknown) {
    super(`${fault}: ${where}`, { cause })
    this.fault = fault
    this.where = where
  }
}
