/** Names for Zalo's reaction icons. Only `strong` is official; the others are reported by one client. */
export const oaReactionIcons = {
  strong: '/-strong',
  heart: '/-heart',
  laugh: ':>',
  wow: ':o',
  cry: ':-((',
  angry: ':-h',
  remove: '/-remove',
} as const

export type OaReaction = keyof typeof oaReactionIcons
