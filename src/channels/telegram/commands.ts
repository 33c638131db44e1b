import type { BotCommand } from 'grammy/types'
import type { Translate } from '../../texts.ts'

/** The menu of commands, in the order of the contract. */
const names = [
  'start',
  'menu',
  'viec',
  'sangkien',
  'baocao',
  'phatdong',
  'tacpham',
  'khenthuong',
  'duyet',
  'tiendo',
  'hoso',
  'nhap',
  'web',
  'caidat',
  'dulieu',
  'quaylai',
  'boqua',
  'xemlai',
  'desau',
  'huy',
  'trogiup',
] as const

export function botCommands(t: Translate): BotCommand[] {
  return names.map(command => ({ command, description: t(`telegram.commands.${command}`) }))
}
