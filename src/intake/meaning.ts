import type { Inbound, InboundContent } from '../channels/channel.ts'
import type { FileAnswer } from '../conversation/draft.ts'
import { letterOf } from '../conversation/letters.ts'
import { wordText } from '../conversation/prompt.ts'
import type { StepInput } from '../conversation/step.ts'
import type { Go } from '../outbox/go.ts'
import type { Translate } from '../texts.ts'
import type { Scene } from './scene.ts'

/** What an event means in this chat now. */
export type Meaning =
  | { is: 'input'; input: StepInput }
  | { is: 'go'; go: Go }
  /** A press on the button of a notice; what it opens is kept with the notice. */
  | { is: 'notice'; seq: bigint; number: number; typed?: string }
  /** A press on a prompt that is not the latest. */
  | { is: 'stale' }
  | { is: 'opened' }
  | { is: 'left' }

type Press = Extract<InboundContent, { type: 'choice' }>

/** A press and its number typed are one and the same from here on: nothing later can treat them differently. */
export function meaningOf(inbound: Inbound, files: readonly FileAnswer[], scene: Scene, t: Translate): Meaning {
  const { content } = inbound
  switch (content.type) {
    case 'text':
      return { is: 'input', input: { type: 'text', text: content.text } }
    case 'choice':
      return pressed(content, scene, t)
    case 'files':
      return {
        is: 'input',
        input: {
          ...{ type: 'files', files },
          ...(content.caption ? { caption: content.caption } : {}),
          ...(content.asked ? { about: content.asked.field } : {}),
        },
      }
    case 'contact':
      return { is: 'input', input: { type: 'other', what: 'contact' } }
    case 'other':
      return { is: 'input', input: content }
    case 'left':
      return { is: 'left' }
    case 'opened':
    case 'returned':
      return { is: 'opened' }
  }
}

function pressed({ prompt, number, typed }: Press, scene: Scene, t: Translate): Meaning {
  if (/^n\d{1,18}$/.test(prompt)) {
    const seq = BigInt(prompt.slice(1))
    return { is: 'notice', seq, number, ...(typed === undefined ? {} : { typed }) }
  }
  if (prompt !== String(scene.promptNo) || !scene.prompt) return { is: 'stale' }
  if (scene.prompt.on === 'menu') {
    const go = scene.prompt.choices[number - 1]?.go
    return go ? { is: 'go', go } : { is: 'stale' }
  }
  if (number >= 1 && number <= scene.prompt.choices) {
    const text = scene.prompt.lettered ? letterOf(number) : String(number)
    return { is: 'input', input: { type: 'text', text } }
  }
  const word = scene.prompt.words[number - scene.prompt.choices - 1]
  return word ? { is: 'input', input: { type: 'text', text: wordText(word, t) } } : { is: 'stale' }
}
