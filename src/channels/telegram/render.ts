import type { MessageEntity } from 'grammy/types'
import type { OutboundMessage } from '../channel.ts'
import { choiceMark } from '../choice-mark.ts'
import { splitText } from '../split-text.ts'
import { fitButtons, isPressable, keyboardOf, type Rows } from './keyboard.ts'
import { limits } from './limits.ts'

/** One message of Telegram. */
export interface TextPart {
  text: string
  entities: MessageEntity[]
  keyboard: Rows
}

/**
 * A message as Telegram shows it: the title bold by an entity, not by markup, so that nothing a person typed can be taken for
 * markup; long texts in several parts, the buttons under the last. Pure.
 */
export function render(message: OutboundMessage): TextPart[] {
  const title = message.title?.trim().slice(0, limits.caption) ?? ''
  const blocks = [title, message.text.trim(), marked(message), written(message.links ?? [])]
  const pieces = splitText(blocks.filter(Boolean).join('\n\n'), limits.text)
  const keyboard = keyboardOf(message)
  return pieces.map((text, index) => ({
    text,
    entities: index === 0 && title ? [{ type: 'bold', offset: 0, length: title.length }] : [],
    keyboard: index === pieces.length - 1 ? keyboard : [],
  }))
}

function marked(message: OutboundMessage): string {
  const { choices = [] } = message
  if (fitButtons(choices)) return ''
  return choices.map((choice, index) => `${choiceMark(message, index)}. ${choice}`).join('\n')
}

function written(links: readonly { label: string; url: string }[]): string {
  return links
    .filter(link => !isPressable(link))
    .map(({ label, url }) => `${label}: ${url}`)
    .join('\n')
}
