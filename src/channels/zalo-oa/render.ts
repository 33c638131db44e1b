import { type OaButton, oaLimits } from 'zalo-api-client'
import type { OutboundMessage } from '../channel.ts'
import { choiceMark } from '../choice-mark.ts'
import { splitText } from '../split-text.ts'
import { plainText } from '../zalo/plain-text.ts'

/** One message of the OA. */
export interface TextPart {
  text: string
  buttons: readonly OaButton[]
}

/**
 * A message as the OA shows it: plain text in pieces of at most 2,000 characters, up to five buttons under the last. The
 * choices stand in the buttons when all of them fit, else they are numbered in the text; then come links, then words. What
 * finds no place as a button stands in the text, to be typed or opened: buttons are never required. Pure.
 */
export function render(message: OutboundMessage, typed: (words: readonly string[]) => string): TextPart[] {
  const { choices = [], links = [], words = [], prompt } = message
  const press = (title: string, number: number): OaButton => ({
    title,
    action: { kind: 'query', payload: `${prompt}:${number}`, isHidden: true },
  })
  const asButtons = prompt !== undefined && choices.length <= oaLimits.buttons && choices.every(isShort)
  const choiceButtons = asButtons
    ? choices.map((choice, index) => press(`${choiceMark(message, index)}. ${choice}`, index + 1))
    : []
  const linkButtons = links
    .filter(({ label }) => isShort(label))
    .slice(0, oaLimits.buttons - choiceButtons.length)
    .map(({ label, url }): OaButton => ({ title: label, action: { kind: 'open-url', url } }))
  const shownWords = prompt === undefined ? [] : words
  const places = oaLimits.buttons - choiceButtons.length - linkButtons.length
  const wordButtons = shownWords.slice(0, places).map((word, index) => press(word, choices.length + index + 1))
  const leftWords = shownWords.slice(places)
  const shownLinks = new Set(linkButtons.map(({ title }) => title))
  const said = plainText({
    ...message,
    choices: asButtons ? [] : choices,
    links: links.filter(({ label }) => !shownLinks.has(label)),
  })
  const text = leftWords.length > 0 ? `${said}\n\n${typed(leftWords)}` : said
  const buttons = [...choiceButtons, ...linkButtons, ...wordButtons]
  const pieces = splitText(text, oaLimits.textCharacters)
  return pieces.map((piece, index) => ({ text: piece, buttons: index === pieces.length - 1 ? buttons : [] }))
}

/** The same without buttons, for when Zalo refuses them. */
export function renderPlain(message: OutboundMessage, typed: (words: readonly string[]) => string): TextPart[] {
  const { words = [], prompt } = message
  const hint = prompt !== undefined && words.length > 0 ? typed(words) : ''
  const text = [plainText(message), hint].filter(Boolean).join('\n\n')
  return splitText(text, oaLimits.textCharacters).map(text => ({ text, buttons: [] }))
}

/** With its number it must fit into a button. */
function isShort(label: string): boolean {
  return label.trim() !== '' && label.length <= oaLimits.buttonTitleCharacters - 4
}
