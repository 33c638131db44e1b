import type { BotCommand } from 'grammy/types'
import type { Translate } from '../../texts.ts'

/** Words within a form; they belong to no feature. */
const formWords = ['quaylai', 'boqua', 'xemlai', 'desau', 'huy', 'trogiup'] as const

/** The menu of commands: what the features declare, then the words within a form. */
export function botCommands(declared: readonly BotCommand[], t: Translate): BotCommand[] {
  return [...declared, ...formWords.map(command => ({ command, description: t(`telegram.commands.${command}`) }))]
}
