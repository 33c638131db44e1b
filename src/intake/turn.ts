import type { OutboundMessage } from '../channels/channel.ts'
import type { Screen } from '../contract/feature.ts'
import { type Prompt, wordText } from '../conversation/prompt.ts'
import type { Translate } from '../texts.ts'
import type { Beginning } from './beginning.ts'
import type { PromptState } from './prompt-state.ts'
import type { DraftChange } from './save.ts'
import type { StoredDraft } from './scene.ts'

/** The result of one event: what the chat says and where it stands after it. */
export interface Turn {
  messages: readonly OutboundMessage[]
  prompt: PromptState | null
  /** The draft that this chat goes on with, as it was stored before this event; null: none. */
  draft: StoredDraft | null
  /** What this event does to drafts, in this order: to that one, and to one that it has ended. */
  changes: readonly DraftChange[]
  /** The field that the message asks for: a later reply to it is about that. */
  asks?: { draft: string; field: string } | null
  /** That draft begins with this turn. */
  begins: Beginning | null
  promptNo: number
  /** Where among several campaigns it stands. */
  place?: Place
}

/** Which campaign a chat has chosen, and how what it says is headed; both null where there is no choice. */
export interface Place {
  chosen: string | null
  shownAs: string | null
}

/** Shows a question of a draft; `revision` is the number the draft will have once this turn is stored. */
export function questionTurn(
  prompt: Prompt,
  said: readonly string[],
  at: { draft: StoredDraft; revision: number; promptNo: number; changes: readonly DraftChange[] },
  t: Translate,
): Turn {
  const promptNo = at.promptNo + 1
  const words = prompt.words.map(word => wordText(word, t))
  const text = [...said, prompt.text].join('\n\n')
  return {
    messages: [
      {
        ...(prompt.title ? { title: prompt.title } : {}),
        text,
        ...(prompt.choices.length > 0 ? { choices: prompt.choices } : {}),
        ...(prompt.lettered ? { lettered: true } : {}),
        ...(words.length > 0 ? { words } : {}),
        prompt: String(promptNo),
      },
    ],
    prompt: {
      on: 'draft',
      revision: at.revision,
      choices: prompt.choices.length,
      words: prompt.words,
      ...(prompt.lettered ? { lettered: true } : {}),
    },
    draft: at.draft,
    changes: at.changes,
    asks: prompt.asks === undefined ? null : { draft: at.draft.id, field: prompt.asks },
    begins: null,
    promptNo,
  }
}

/** Shows a screen. A screen without choices leaves no prompt behind: numbers mean nothing after it. */
export function screenTurn(screen: Screen, promptNo: number, lead: readonly string[] = []): Turn {
  const next = promptNo + 1
  const choices = screen.choices ?? []
  return {
    messages: [
      {
        ...(screen.title ? { title: screen.title } : {}),
        text: [...lead, screen.text].join('\n\n'),
        ...(choices.length > 0 ? { choices: choices.map(choice => choice.label), prompt: String(next) } : {}),
        ...(screen.links ? { links: screen.links } : {}),
        ...(screen.attachments ? { attachments: screen.attachments } : {}),
      },
    ],
    prompt: choices.length > 0 ? { on: 'menu', choices, ...(screen.also ? { also: screen.also } : {}) } : null,
    draft: null,
    changes: [],
    begins: null,
    promptNo: next,
  }
}
