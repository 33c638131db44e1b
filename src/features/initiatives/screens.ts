import type { Ctx, Outcome, Screen } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import type { Initiative } from '../../store/generated/client.ts'
import { facts } from './facts.ts'
import { type InitiativeAction, isAction, mayCorrect, maySee, moves, offeredTo } from './rules.ts'
import { stateKey } from './state-key.ts'
import { findInitiative, initiativesOf } from './store.ts'
import { officeName, unitName } from './unit-name.ts'

const shownAtOnce = 8

/** `/sangkien`: a returned form first, then the unit where there are several, then the form. */
export async function startInitiative(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const units = [...new Set(ctx.person.roles.map(held => held.unitCode))].filter(unitCode =>
    may(ctx.person, 'initiative.register', { unitCode }),
  )
  const [only] = units
  if (only === undefined) return { text: ctx.t('initiatives.notMember') }
  if (args.new !== 'yes') {
    const returned = (await initiativesOf(ctx.tx, ctx.campaign.id, ctx.person.id)).filter(
      ({ state }) => state === 'DRAFT',
    )
    if (returned.length > 0) return returnedFirst(ctx, returned)
  }
  const unit = units.length === 1 ? only : units.find(code => code === args.unit)
  if (unit === undefined) {
    const choices = units.map(code => ({
      label: unitName(ctx, code),
      go: { to: 'initiative', args: { unit: code, new: 'yes' } },
    }))
    return { text: ctx.t('initiatives.whichUnit'), choices }
  }
  return {
    start: 'initiative',
    key: unit,
    params: { unit, about: unitName(ctx, unit), correcting: null, similar: [], similarList: '' },
  }
}

function returnedFirst(ctx: Ctx, returned: readonly Initiative[]): Screen {
  const choices = returned.slice(0, shownAtOnce).map(({ id, code, title }) => ({
    label: ctx.t('initiatives.correctThis', { code, title: cut(title) }),
    go: { to: 'initiatives.correct', args: { id } },
  }))
  return {
    text: ctx.t('initiatives.returnedFirst'),
    choices: [...choices, { label: ctx.t('initiatives.registerNew'), go: { to: 'initiative', args: { new: 'yes' } } }],
  }
}

/** What the person registered, newest first, eight at a time. */
export async function myInitiatives(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Screen> {
  const mine = await initiativesOf(ctx.tx, ctx.campaign.id, ctx.person.id)
  const registerNew = { label: ctx.t('initiatives.registerNew'), go: { to: 'initiative', args: { new: 'yes' } } }
  if (mine.length === 0) return { text: ctx.t('initiatives.none'), choices: [registerNew] }
  const from = Math.min(Number(args.from ?? 0) || 0, mine.length - 1)
  const rest = mine.length - from - shownAtOnce
  return {
    title: ctx.t('initiatives.mineTitle'),
    text: ctx.t('initiatives.mineText', { total: mine.length }),
    choices: [
      ...mine.slice(from, from + shownAtOnce).map(initiative => ({
        label: ctx.t('initiatives.mineLine', {
          code: initiative.code,
          title: cut(initiative.title),
          state: ctx.t(stateKey(initiative)),
        }),
        go: { to: 'initiatives.show', args: { id: initiative.id } },
      })),
      ...(rest > 0
        ? [
            {
              label: ctx.t('initiatives.more', { rest }),
              go: { to: 'initiatives.mine', args: { from: String(from + shownAtOnce) } },
            },
          ]
        : []),
      registerNew,
    ],
  }
}

/** One initiative, whole, with what this person may do with it now. */
export async function showInitiative(ctx: Ctx, id: string): Promise<Screen> {
  const initiative = await findInitiative(ctx.tx, ctx.campaign.id, id)
  if (!initiative || !maySee(ctx.person, initiative)) return { text: ctx.t('initiatives.gone') }
  const { lines, files } = await facts(ctx, initiative)
  return {
    title: `${initiative.code} · ${ctx.t(stateKey(initiative))}`,
    text: lines.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    attachments: files.filter(file => file.state === 'STORED').map(file => ({ fileId: file.id, name: file.name })),
    choices: [
      ...(mayCorrect(ctx.person, initiative)
        ? [{ label: ctx.t('initiatives.correct'), go: { to: 'initiatives.correct', args: { id } } }]
        : []),
      ...offeredTo(ctx.person, initiative).map(action => ({
        label: ctx.t(`initiatives.actions.${action}`),
        go: { to: 'initiatives.decide', args: { id, action } },
      })),
    ],
  }
}

/** A decision that needs a sentence asks for it; the others are done at once by `decide`. */
export async function askNote(ctx: Ctx, id: string, name: string): Promise<Outcome | InitiativeAction> {
  const initiative = await findInitiative(ctx.tx, ctx.campaign.id, id)
  if (!initiative || !maySee(ctx.person, initiative) || !isAction(name)) return { text: ctx.t('initiatives.gone') }
  if (moves[name].note === 'none' || !offeredTo(ctx.person, initiative).includes(name)) return name
  const { code, title } = initiative
  return {
    start: 'initiatives.reason',
    key: `${id}:${name}`,
    params: { id, action: name, context: name, code, title, about: code },
  }
}

/** After registering: the code, and what happens next. */
export function receipt(ctx: Ctx, { id, code, title, unitCode, isLate }: Initiative): Screen {
  const params = { code, title, unit: unitName(ctx, unitCode), office: officeName(ctx) }
  return {
    title: ctx.t('initiatives.receiptTitle', { code }),
    text: ctx.t(isLate ? 'initiatives.receiptLate' : 'initiatives.receipt', params),
    choices: [
      { label: ctx.t('initiatives.open'), go: { to: 'initiatives.show', args: { id } } },
      { label: ctx.t('initiatives.registerAnother'), go: { to: 'initiative', args: { new: 'yes' } } },
      { label: ctx.t('initiatives.toMenu'), go: { to: 'menu' } },
    ],
  }
}

function cut(title: string): string {
  const characters = [...title]
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : title
}
