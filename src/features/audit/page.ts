import type { auditOf } from '../../contract/declared.ts'
import type { DeskPage, DeskQuery, DeskRow } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { fold } from '../../reading/text.ts'
import type { Prisma } from '../../store/generated/client.ts'
import { seeAudit } from './rights.ts'

type Declared = ReturnType<typeof auditOf>

/** Who did what, in which role, when: the latest first. What is done with a record stands in its own history. */
export function auditPageOver(declared: Declared): DeskPage {
  return {
    path: 'nhat-ky',
    title: 'audit.page.title',
    mayOpen: person => may(person, seeAudit),
    columns: ['audit.page.at', 'audit.page.who', 'audit.page.what'],

    filters: async ctx => [
      {
        name: 'state',
        label: ctx.t('audit.page.about'),
        options: declared.subjects.map(value => ({ value, label: ctx.t(`exports.subjectTypes.${value}`) })),
      },
    ],

    rows: async (ctx, query) => {
      if (!may(ctx.person, seeAudit)) return { rows: [], total: 0 }
      const where = await asked(ctx, query)
      const entries = await ctx.tx.audit.findMany({
        ...{ where, select: shown, orderBy: [{ at: 'desc' }, { id: 'desc' }] },
        ...{ skip: (query.page - 1) * query.size, take: query.size },
      })
      return { rows: entries.map(entry => rowOf(ctx, entry, declared)), total: await ctx.tx.audit.count({ where }) }
    },

    detail: async (ctx, id) => {
      const isSeen = may(ctx.person, seeAudit) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
      const entry = isSeen ? await ctx.tx.audit.findUnique({ where: { id }, select: shown }) : null
      if (!entry) return null
      const field = (name: string, value: string | null) =>
        value ? [{ label: ctx.t(`audit.page.${name}`), value }] : []
      return {
        title: actionOf(ctx, entry, declared),
        state: stateOf(ctx, entry, declared),
        fields: [
          ...field('at', ctx.localTime(entry.at)),
          ...field('who', whoOf(ctx, entry)),
          ...field('subject', entry.subjectId),
          ...field('from', entry.from),
          ...field('to', entry.to),
          ...field('reason', entry.reason),
        ],
        ...{ files: [], history: [], actions: [] },
      }
    },

    act: async ctx => ({ ok: false, say: ctx.t('desk.notFound') }),
  }
}

const shown = {
  ...{ id: true, at: true, actorRole: true, action: true, subjectType: true, subjectId: true },
  ...{ from: true, to: true, reason: true, actor: { select: { fullName: true } } },
} as const

type Shown = Prisma.AuditGetPayload<{ select: typeof shown }>

/** By subject, and by the name of whoever did it. */
async function asked(ctx: Ctx, { q, filters }: DeskQuery): Promise<Prisma.AuditWhereInput> {
  const ofSubject = filters.state ? { subjectType: filters.state } : {}
  const words = fold(q).split(' ').filter(Boolean)
  if (words.length === 0) return ofSubject
  const people = await ctx.tx.person.findMany({ where: { erasedAt: null }, select: { id: true, fullName: true } })
  const named = people.filter(({ fullName }) => words.every(word => fold(fullName).includes(word)))
  return { ...ofSubject, actorId: { in: named.map(({ id }) => id) } }
}

function rowOf(ctx: Ctx, entry: Shown, declared: Declared): DeskRow {
  const cells = [ctx.localTime(entry.at), whoOf(ctx, entry), actionOf(ctx, entry, declared)]
  return { id: entry.id, cells, state: stateOf(ctx, entry, declared) }
}

function whoOf({ t }: Ctx, { actor, actorRole }: Shown): string {
  const role = t(`roles.${actorRole}`)
  return actor ? t('records.by', { who: actor.fullName, role }) : role
}

/** What an older release wrote and none declares any more stands as it was written. */
function actionOf({ t }: Ctx, { action }: Shown, { actions }: Declared): string {
  return actions.includes(action) ? t(`audit.actions.${action}`) : action
}

function stateOf({ t }: Ctx, { subjectType }: Shown, { subjects }: Declared) {
  const label = subjects.includes(subjectType) ? t(`exports.subjectTypes.${subjectType}`) : subjectType
  return { label, tone: 'neutral' } as const
}
