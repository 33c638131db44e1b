import type { OutboundMessage } from '../channel.ts'

/** A message as plain text, Zalo knowing no marks: title, text, the choices with their numbers, the links with their addresses. */
export function plainText(message: Pick<OutboundMessage, 'title' | 'text' | 'choices' | 'links'>): string {
  const choices = (message.choices ?? []).map((choice, index) => `${index + 1}. ${choice}`)
  const links = (message.links ?? []).map(({ label, url }) => `${label}: ${url}`)
  const blocks = [message.title?.trim() ?? '', message.text.trim(), choices.join('\n'), links.join('\n')]
  return blocks.filter(Boolean).join('\n\n')
}
