import type { Feature } from '../feature.ts'
import { menuScreen } from './screen.ts'

export const menu: Feature = {
  name: 'menu',
  routes: {
    menu: async ctx => menuScreen(ctx),
    help: async ctx => ({ title: ctx.t('menu.helpTitle'), text: ctx.t('menu.help') }),
    about: async ctx => ({ title: ctx.campaign.plan.identity.title, text: ctx.campaign.plan.purposes.join('\n\n') }),
  },
}
