import { readableBy } from '../../contract/campaigns-of.ts'
import type { Command } from '../../contract/command.ts'
import type { Ctx, GuestCtx, Screen } from '../../contract/feature.ts'
import { mayEver } from '../../people/may.ts'
import type { Person } from '../../people/person.ts'

/** The menu for a person, with something said before it. */
export type MenuScreen = (ctx: Ctx, lead?: string) => Screen

/** The menu: what the features declare, to whom it is of use. */
export function menuScreenOf(commands: readonly Command[]): MenuScreen {
  return (ctx, lead) => ({
    title: ctx.t('menu.title'),
    text: [lead, ctx.t('menu.text', { name: ctx.person.fullName })].filter(line => line !== undefined).join('\n\n'),
    choices: commands
      .filter(command => isOffered(command, ctx.person) && isUseful(command, ctx))
      .map(({ to, says }) => ({ label: ctx.t(`${says}.menu`), go: { to } })),
  })
}

/** Of what is there for several campaigns, nothing is said where there is one. */
export function isUseful({ isOfSeveral }: Command, { person, campaign, today }: GuestCtx): boolean {
  return !isOfSeveral || (person !== null && readableBy(person, campaign.among, today.toString()).length > 1)
}

function isOffered({ offeredTo }: Command, person: Person): boolean {
  if (offeredTo === undefined || offeredTo === 'everybody') return offeredTo !== undefined
  return offeredTo.some(right => mayEver(person, right))
}
