import type { Ctx, Screen } from '../../contract/feature.ts'
import { type Action, mayEver } from '../../people/may.ts'
import type { Right } from '../../people/right.ts'
import { deciding as decidingOn } from '../../records/kind.ts'
import { initiative } from '../initiatives/kind.ts'
import { launchDocument } from '../launch/kind.ts'
import { report } from '../progress/kind.ts'

/** What the menu offers, in this order, to whom it is of use. */
const entries: readonly { to: string; needs?: Action | Right }[] = [
  { to: 'tasks' },
  { to: 'report', needs: report.rights.write },
  { to: 'launch', needs: launchDocument.rights.write },
  { to: 'initiative', needs: initiative.rights.write },
  { to: 'decide' },
  { to: 'nudge', needs: 'broadcast.send' },
  { to: 'board' },
  { to: 'drafts' },
  { to: 'invite', needs: 'people.invite' },
  { to: 'web' },
  { to: 'settings' },
  { to: 'about' },
]

const deciding: readonly (Action | Right)[] = [
  ...decidingOn(launchDocument),
  ...decidingOn(initiative),
  ...decidingOn(report),
]

export function menuScreen(ctx: Ctx, lead?: string): Screen {
  const offered = entries.filter(({ to, needs }) => {
    if (to === 'decide') return deciding.some(action => mayEver(ctx.person, action))
    return needs === undefined || mayEver(ctx.person, needs)
  })
  return {
    title: ctx.t('menu.title'),
    text: [lead, ctx.t('menu.text', { name: ctx.person.fullName })].filter(line => line !== undefined).join('\n\n'),
    choices: offered.map(({ to }) => ({ label: ctx.t(`menu.entries.${to}`), go: { to } })),
  }
}
