/** Every moment of a rotation at which a process can die, in their order. */
export const killPoints = [
  'before-lock',
  'after-lock',
  'after-read',
  'before-intent',
  'during-intent',
  'after-intent',
  'after-rotation',
  'before-save',
  'during-save',
  'after-save',
  'after-release',
] as const

export type KillPoint = (typeof killPoints)[number]
