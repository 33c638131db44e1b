import type { Feature } from '../../contract/feature.ts'
import { menuScreen } from './screen.ts'

export const menu: Feature = {
  name: 'menu',
  routes: {
    menu: async ctx => menuScreen(ctx),
    help: async ctx => ({ title: ctx.t('menu.helpTitle'), text: ctx.t('menu.help') }),
    work: async ctx => menuScreen(ctx, ctx.t('menu.notYet')),
    commendation: async ctx => menuScreen(ctx, ctx.t('menu.notYet')),
    about: async ctx => ({
      title: ctx.campaign.plan.identity.title,
      text: ctx.campaign.plan.purposes.join('\n\n'),
      choices: [{ label: ctx.t('menu.toMenu'), go: { to: 'menu' } }],
    }),
  },
}
