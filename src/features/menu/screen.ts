import { readableBy } from '../../contract/campaigns-of.ts'
import { type Command, isOffered, type MenuDoor, menuDoors } from '../../contract/command.ts'
import type { Ctx, GuestCtx, Screen } from '../../contract/feature.ts'

/** The menu for a person, with something said before it. */
export type MenuScreen = (ctx: Ctx, lead?: string) => Screen

/** So many lines are read at one glance, and have keys of one digit. */
export const mostLines = 9

/** The menu: what the features declare, to whom it is of use; where that is long, with doors to what is used less. */
export function menuScreenOf(commands: readonly Command[]): MenuScreen {
  return (ctx, lead) => {
    const { first, behind } = foldedFor(ctx, commands)
    const doors = menuDoors.filter(door => behind[door].length > 0)
    return {
      title: ctx.t('menu.title'),
      text: [lead, ctx.t('menu.text', { name: ctx.person.fullName })].filter(line => line !== undefined).join('\n\n'),
      choices: [
        ...first.map(command => lineOf(ctx, command)),
        ...doors.map(door => ({ label: ctx.t(`menu.doors.${door}`), go: { to: 'menu.door', args: { door } } })),
      ],
      also: doors.flatMap(door => behind[door].map(command => lineOf(ctx, command))),
    }
  }
}

/** What stands behind a door of the menu; all of it where this person's menu has no such door (any more). */
export function behindDoor(commands: readonly Command[], ctx: Ctx, asked: string): Screen {
  const { first, behind } = foldedFor(ctx, commands)
  const door = menuDoors.find(one => one === asked && behind[one].length > 0)
  const lines = door ? behind[door] : first
  const back = { label: ctx.t('menu.toMenu'), go: { to: 'menu' } }
  return {
    title: ctx.t(door ? `menu.doors.${door}` : 'menu.title'),
    text: ctx.t('menu.which'),
    choices: [...lines.map(command => lineOf(ctx, command)), ...(door ? [back] : [])],
  }
}

function lineOf({ t }: Ctx, { to, says }: Command) {
  return { label: t(`${says}.menu`), go: { to } }
}

type Behind = Readonly<Record<MenuDoor, readonly Command[]>>

/** A short menu is one screen. A door with one line is no door. Of too many first lines the last ones go behind the first door. */
function foldedFor(ctx: Ctx, commands: readonly Command[]): { first: readonly Command[]; behind: Behind } {
  const offered = commands.filter(command => isOffered(command, ctx.person) && isUseful(command, ctx))
  const none: Behind = { work: [], around: [] }
  if (offered.length <= mostLines) return { first: offered, behind: none }
  const folded = menuDoors.filter(door => offered.filter(({ behind }) => behind === door).length > 1)
  const isFirst = ({ behind }: Command) => behind === undefined || !folded.includes(behind)
  const first = offered.filter(isFirst)
  const places = mostLines - folded.length
  const over = new Set(first.slice(first.length > places ? places - (folded.includes('work') ? 0 : 1) : places))
  const of = (door: MenuDoor) =>
    offered.filter(one => (!isFirst(one) && one.behind === door) || (door === 'work' && over.has(one)))
  return { first: first.filter(one => !over.has(one)), behind: { work: of('work'), around: of('around') } }
}

/** Of what is there for several campaigns, nothing is said where there is one. */
export function isUseful({ isOfSeveral }: Command, { person, campaign, today }: GuestCtx): boolean {
  return !isOfSeveral || (person !== null && readableBy(person, campaign.among, today.toString()).length > 1)
}
