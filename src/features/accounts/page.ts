import { unitName } from '../../campaign/names.ts'
import { inOrder, stateColumn } from '../../contract/columns.ts'
import type { DeskAction, DeskPage } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { deviceInWords } from '../../people/device.ts'
import { may } from '../../people/may.ts'
import { officerRoles } from '../../people/officer.ts'
import { type OpenSession, openSessions } from '../../people/sessions.ts'
import { fold } from '../../reading/text.ts'
import { resetSecondStep, signOutEverywhere } from './act.ts'
import { manageAccounts } from './rights.ts'
import { type Holder, readHolder, readHolders } from './store.ts'

const manage = manageAccounts

/** Whether somebody has set the second step up; only officers need it. */
type State = 'done' | 'missing' | 'none'
const tones = { done: 'good', missing: 'waiting', none: 'neutral' } as const

/** Who can sign in: sessions and second steps, which the administrator may end. Decisions on records stay those of the officers. */
export const accountsPage: DeskPage = {
  path: 'tai-khoan',
  group: 'members',
  title: 'accounts.page.title',
  mayOpen: person => may(person, manage),
  columns: ['accounts.page.name', 'accounts.page.roles'],
  sorts: ['name', 'roles', stateColumn],

  filters: async ctx => [
    {
      name: 'state',
      label: ctx.t('accounts.page.second'),
      options: Object.keys(tones).map(value => ({ value, label: ctx.t(`accounts.states.${value}`) })),
    },
  ],

  rows: async (ctx, { q, filters, page, size, sort }) => {
    if (!may(ctx.person, manage)) return { rows: [], total: 0 }
    const words = fold(q).split(' ').filter(Boolean)
    const found = (await readHolders(ctx)).filter(
      holder =>
        (filters.state === undefined || stateOf(holder) === filters.state) &&
        words.every(word => fold(holder.fullName).includes(word)),
    )
    const rows = inOrder(found, sort, {
      name: ({ fullName }) => fullName,
      roles: holder => rolesOf(ctx, holder),
      [stateColumn]: stateOf,
    })
      .slice((page - 1) * size, page * size)
      .map(holder => ({
        id: holder.id,
        cells: [holder.fullName, rolesOf(ctx, holder)],
        state: chipOf(ctx, holder),
      }))
    return { rows, total: found.length }
  },

  detail: async (ctx, id) => {
    const holder = may(ctx.person, manage) ? await readHolder(ctx, id) : null
    if (!holder) return null
    const sessions = await openSessions(ctx.tx, id, ctx.now)
    const field = (name: string, value: string) => ({ label: ctx.t(`accounts.page.${name}`), value })
    return {
      title: holder.fullName,
      state: chipOf(ctx, holder),
      fields: [
        field('roles', rolesOf(ctx, holder)),
        field('second', secondInWords(ctx, holder)),
        field(
          'sessions',
          sessions.map(session => sessionInWords(ctx, session)).join('\n') || ctx.t('accounts.page.nobody'),
        ),
      ],
      ...{ files: [], history: [] },
      actions: actionsFor(ctx, holder, sessions),
    }
  },

  act: async (ctx, id, action, reason) => {
    const holder = may(ctx.person, manage) ? await readHolder(ctx, id) : null
    if (!holder) return { ok: false, say: ctx.t('desk.notFound') }
    if (action === 'signOut') return signOutEverywhere(ctx, holder, reason)
    if (action === 'reset' && holder.id !== ctx.person.id) return resetSecondStep(ctx, holder, reason)
    return { ok: false, say: ctx.t('accounts.page.notOwn') }
  },
}

/** Nobody takes off their own second step: whoever sits at a computer that was left open could. */
function actionsFor(ctx: Ctx, holder: Holder, sessions: readonly OpenSession[]): DeskAction[] {
  const reasoned = (name: 'signOut' | 'reset'): DeskAction => ({
    ...{ name, label: ctx.t(`accounts.actions.${name}`), needsReason: true, tone: 'bad' },
    reasonHint: ctx.t('accounts.page.reasonHint'),
  })
  return [
    ...(sessions.length > 0 ? [reasoned('signOut')] : []),
    ...(holder.secondStep && holder.id !== ctx.person.id ? [reasoned('reset')] : []),
  ]
}

function stateOf({ secondStep, roles }: Holder): State {
  if (secondStep?.confirmedAt) return 'done'
  return roles.some(({ role }) => officerRoles.includes(role)) ? 'missing' : 'none'
}

function chipOf(ctx: Ctx, holder: Holder) {
  const state = stateOf(holder)
  return { label: ctx.t(`accounts.states.${state}`), tone: tones[state] }
}

function rolesOf(ctx: Ctx, { roles }: Holder): string {
  const held = roles.map(({ role, unitCode }) => `${ctx.t(`roles.${role}`)} – ${unitName(ctx.campaign, unitCode)}`)
  return held.join('; ') || ctx.t('accounts.page.noRole')
}

function secondInWords(ctx: Ctx, { secondStep }: Holder): string {
  if (!secondStep?.confirmedAt) return ctx.t('accounts.page.notSet')
  const since = ctx.localTime(secondStep.confirmedAt)
  return ctx.t('accounts.page.setSince', { since, count: secondStep.recoveryHashes.length })
}

function sessionInWords(ctx: Ctx, { device, createdAt, lastSeenAt }: OpenSession): string {
  const times = { since: ctx.localTime(createdAt), seen: ctx.localTime(lastSeenAt) }
  return `${deviceInWords(ctx.t, device)}: ${ctx.t('accounts.sessions.times', times)}`
}
