import type { InlineKeyboardButton } from 'grammy/types'
import { parseUrl } from '../../parse-url.ts'
import type { OutboundMessage } from '../channel.ts'
import { choiceMark } from '../choice-mark.ts'
import { limits } from './limits.ts'

export type Rows = InlineKeyboardButton[][]

/** Longer labels are cut off on a phone. */
const LONGEST_LABEL = 28
/** More rows than these push the question off the screen. */
const MOST_ROWS = 10

/** Whether the choices stand in the buttons; else they are listed in the text and the buttons carry their numbers alone. */
export function fitButtons(choices: readonly string[]): boolean {
  return choices.length <= MOST_ROWS && choices.every(choice => choice.length <= LONGEST_LABEL)
}

/**
 * The buttons under a message: choices, links, words. A payload is `<prompt>:<number>`. Where there are too many
 * choices for buttons they are typed: buttons are never required.
 */
export function keyboardOf(message: OutboundMessage): Rows {
  const { prompt, choices = [], words = [] } = message
  const press = (text: string, number: number) => ({ text, callback_data: `${prompt}:${number}` })
  const links = (message.links ?? []).filter(isPressable).map(({ label, url }) => [{ text: label, url }])
  if (prompt === undefined) return links
  const labels = choices.map((choice, index) => press(`${choiceMark(message, index)}. ${choice}`, index + 1))
  const numbers = choices.map((_, index) => press(choiceMark(message, index), index + 1))
  const wordRows = packed(words.map((word, index) => press(word, choices.length + index + 1)))
  const places = limits.buttons - words.length - links.length
  const choiceRows = fitButtons(choices)
    ? labels.map(label => [label])
    : numbers.length <= places
      ? chunks(numbers, numbers.length <= 5 ? 5 : limits.buttonsInRow)
      : []
  return [...choiceRows, ...links, ...wordRows]
}

/** Telegram opens only public addresses from a button; others are written out. */
export function isPressable({ url }: { url: string }): boolean {
  const { protocol, hostname } = parseUrl(url) ?? { protocol: '', hostname: '' }
  return protocol === 'https:' && hostname.includes('.') && !/^[\d.]+$/.test(hostname)
}

/** Short words share a row. */
function packed<T extends { text: string }>(buttons: readonly T[]): T[][] {
  const rows: T[][] = []
  for (const button of buttons) {
    const row = rows.at(-1)
    const width = row?.reduce((sum, { text }) => sum + text.length, button.text.length)
    if (row && row.length < 3 && width !== undefined && width <= LONGEST_LABEL + 2) row.push(button)
    else rows.push([button])
  }
  return rows
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, row) => items.slice(row * size, (row + 1) * size))
}
