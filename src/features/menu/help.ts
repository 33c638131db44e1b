import type { Command } from '../../contract/command.ts'
import type { GuestCtx, Screen } from '../../contract/feature.ts'
import { isUseful } from './screen.ts'

/** What can be typed at any time, a line each as the features say it, and the words within a form. */
export function helpOf(ctx: GuestCtx, commands: readonly Command[]): Screen {
  const { t } = ctx
  const lines = commands
    .filter(command => command.isHelped && isUseful(command, ctx))
    .map(({ says }) => t('menu.helpLine', { line: t(`${says}.help`) }))
  return { title: t('menu.helpTitle'), text: `${[t('menu.helpLead'), ...lines].join('\n')}\n\n${t('menu.helpInForm')}` }
}
