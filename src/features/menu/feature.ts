import type { Command } from '../../contract/command.ts'
import type { Feature } from '../../contract/feature.ts'
import { helpOf } from './help.ts'
import { type MenuScreen, menuScreenOf } from './screen.ts'

export interface MenuFeature extends Feature {
  show: MenuScreen
}

/** The menu and the help, made of what these features declare, and what the campaign is. */
export function menuOver(features: readonly Feature[]): MenuFeature {
  const commands: readonly Command[] = [
    { to: 'menu', says: 'menu.command', slash: 'menu' },
    { to: 'about', says: 'menu.about', offeredTo: 'everybody' },
  ]
  const declared = [...features.flatMap(feature => feature.commands ?? []), ...commands]
  const show = menuScreenOf(declared)
  return {
    name: 'menu',
    show,
    commands,
    routes: {
      menu: async ctx => show(ctx),
      help: async ctx => helpOf(ctx, declared),
      about: async ctx => ({
        title: ctx.campaign.plan.identity.title,
        text: ctx.campaign.plan.purposes.join('\n\n'),
        choices: [{ label: ctx.t('menu.toMenu'), go: { to: 'menu' } }],
      }),
    },
  }
}

/** What the contract names and no feature does yet. */
export function notYet(show: MenuScreen): Feature {
  return {
    name: 'not-yet',
    commands: [{ to: 'commendation', says: 'menu.commendation', slash: 'khenthuong' }],
    routes: {
      commendation: async ctx => show(ctx, ctx.t('menu.notYet')),
    },
  }
}
