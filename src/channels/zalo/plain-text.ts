import type { OutboundMessage } from '../channel.ts'
import { choiceMark } from '../choice-mark.ts'

/** A message as plain text, Zalo knowing no marks: title, text, the choices with their numbers, the links with their addresses. */
export function plainText(message: Pick<OutboundMessage, 'title' | 'text' | 'choices' | 'lettered' | 'links'>): string {
  const choices = (message.choices ?? []).map((choice, index) => `${choiceMark(message, index)}. ${choice}`)
  const links = (message.links ?? []).map(({ label, url }) => `${label}: ${url}`)
  const blocks = [message.title?.trim() ?? '', message.text.trim(), choices.join('\n'), links.join('\n')]
  return blocks.filter(Boolean).join('\n\n')
}
