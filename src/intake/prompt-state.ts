import type { PromptWord } from '../conversation/prompt.ts'
import type { Go } from '../outbox/go.ts'

/** What the numbers of a chat's latest prompt mean. */
export type PromptState = {
  /** The album whose first files have their receipt; the others of it need none. */
  album?: string
} & PromptOn

type PromptOn =
  /** A question of the draft; `revision` is the step it was asked at. */
  | { on: 'draft'; revision: number; choices: number; words: readonly PromptWord[]; lettered?: true }
  /** A screen; the labels are kept so that a label can be typed instead of its number. `also`: labels without a number. */
  | {
      on: 'menu'
      choices: readonly { label: string; go: Go; aliases?: readonly string[] }[]
      also?: readonly { label: string; go: Go }[]
    }
