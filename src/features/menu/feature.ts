import type { Command } from '../../contract/command.ts'
import type { Feature } from '../../contract/feature.ts'
import { helpOf } from './help.ts'
import { behindDoor, type MenuScreen, menuScreenOf } from './screen.ts'

export interface MenuFeature extends Feature {
  show: MenuScreen
}

/** The menu and the help, made of what these features declare. */
export function menuOver(features: readonly Feature[]): MenuFeature {
  const commands: readonly Command[] = [{ to: 'menu', says: 'menu.command', slash: 'menu' }]
  const declared = [...features.flatMap(feature => feature.commands ?? []), ...commands]
  const show = menuScreenOf(declared)
  return {
    name: 'menu',
    isAboveCampaigns: true,
    show,
    commands,
    routes: {
      menu: async ctx => show(ctx),
      'menu.door': async (ctx, { door = '' }) => behindDoor(declared, ctx, door),
      help: async ctx => helpOf(ctx, declared),
    },
  }
}
