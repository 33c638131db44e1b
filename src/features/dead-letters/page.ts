import type { DeskPage, Tone } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { decideLetter } from '../../letters/dead-letter.ts'
import { writeAudit } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import type { Person } from '../../people/person.ts'
import { decideLetters } from './rights.ts'
import { findLetter, historyOf, letterStates, listLetters, type ShownLetter } from './store.ts'

const tones: Record<ShownLetter['state'], Tone> = {
  OPEN: 'bad',
  RETRYING: 'waiting',
  DROPPING: 'waiting',
  RETRIED: 'good',
  DROPPED: 'neutral',
}

/** What became of them is decided here and carried out by `carryOutLetter`, under the lock of the chat. What was written is not shown. */
export const deadLettersPage: DeskPage = {
  path: 'tin-chua-ghi',
  group: 'upkeep',
  title: 'letters.page.title',
  mayOpen: person => may(person, decideLetters),
  columns: ['letters.page.code', 'letters.page.who', 'letters.page.channel', 'letters.page.since'],

  filters: async ctx => [
    {
      name: 'state',
      label: ctx.t('desk.list.state'),
      options: letterStates.map(value => ({ value, label: ctx.t(`letters.states.${value}`) })),
    },
  ],

  rows: async (ctx, { q, filters, page, size }) => {
    const asked = { code: q.trim(), state: filters.state, skip: (page - 1) * size, take: size }
    const { letters, total } = await listLetters(ctx.tx, asked)
    const rows = letters.map(letter => ({
      id: letter.id,
      cells: [
        letter.code,
        senderOf(ctx, letter),
        ctx.t(`channels.${letter.channel}`),
        ctx.localTime(letter.firstFailedAt),
      ],
      state: stateOf(ctx, letter),
    }))
    return { rows, total }
  },

  detail: async (ctx, id) => {
    const letter = may(ctx.person, decideLetters) ? await findLetter(ctx.tx, id) : null
    if (!letter) return null
    const field = (name: string, value: string) => ({ label: ctx.t(`letters.page.${name}`), value })
    const history = await historyOf(ctx.tx, id)
    return {
      title: ctx.t('letters.page.one', { code: letter.code }),
      state: stateOf(ctx, letter),
      fields: [
        field('who', senderOf(ctx, letter)),
        field('channel', ctx.t(`channels.${letter.channel}`)),
        field('kind', ctx.t(`letters.kinds.${letter.kind}`)),
        field('why', letter.why),
        field('tries', String(letter.tries)),
        field('since', ctx.localTime(letter.firstFailedAt)),
        field('last', ctx.localTime(letter.lastFailedAt)),
      ],
      files: [],
      history: history.map(({ at, who, action, reason }) => ({
        at: ctx.localTime(at),
        who,
        what: ctx.t(`letters.did.${action === 'deadLetter.retry' ? 'retry' : 'drop'}`),
        ...(reason ? { reason } : {}),
      })),
      actions:
        letter.state === 'OPEN'
          ? [
              { name: 'retry', label: ctx.t('letters.page.retry'), needsReason: false, tone: 'good' },
              { name: 'drop', label: ctx.t('letters.page.drop'), needsReason: true, tone: 'bad' },
            ]
          : [],
    }
  },

  act: async (ctx, id, action, reason) => {
    const to = action === 'retry' ? 'RETRYING' : action === 'drop' ? 'DROPPING' : null
    if (!to || !may(ctx.person, decideLetters)) return { ok: false, say: ctx.t('letters.page.notAllowed') }
    const by = { personId: ctx.person.id, reason: reason || null }
    if (!(await decideLetter(ctx.tx, id, to, by, ctx.now))) return { ok: false, say: ctx.t('letters.page.decided') }
    const subject = { subjectType: 'dead-letter', subjectId: id, from: 'OPEN', to } as const
    const actor = { actorId: ctx.person.id, actorRole: roleOf(ctx.person), ...(reason ? { reason } : {}) }
    await writeAudit(ctx.tx, { ...subject, ...actor, action: `deadLetter.${action}` }, ctx.now)
    return { ok: true, say: ctx.t(`letters.done.${to}`) }
  },
}

function senderOf(ctx: Ctx, { account }: ShownLetter): string {
  return account.person?.fullName ?? ctx.t('letters.page.guest')
}

function stateOf(ctx: Ctx, { state }: ShownLetter) {
  return { label: ctx.t(`letters.states.${state}`), tone: tones[state] }
}

function roleOf({ roles }: Person) {
  const held = roles.find(({ role }) => role === 'PNV' || role === 'ADMIN')
  return held?.role ?? 'PNV'
}
