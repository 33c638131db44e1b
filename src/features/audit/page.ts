import type { DeskPage, DeskQuery, DeskRow } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { auditSubjects, isAuditSubject } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import { fold } from '../../reading/text.ts'
import type { Prisma } from '../../store/generated/client.ts'

const see = 'audit.see'

/** Who did what, in which role, when: the latest first. What is done with a record stands in its own history. */
export const auditPage: DeskPage = {
  path: 'nhat-ky',
  title: 'audit.page.title',
  mayOpen: person => may(person, see),
  columns: ['audit.page.at', 'audit.page.who', 'audit.page.what'],

  filters: async ctx => [
    {
      name: 'state',
      label: ctx.t('audit.page.about'),
      options: auditSubjects.map(value => ({ value, label: ctx.t(`exports.subjectTypes.${value}`) })),
    },
  ],

  rows: async (ctx, query) => {
    if (!may(ctx.person, see)) return { rows: [], total: 0 }
    const where = await asked(ctx, query)
    const entries = await ctx.tx.audit.findMany({
      ...{ where, select: shown, orderBy: [{ at: 'desc' }, { id: 'desc' }] },
      ...{ skip: (query.page - 1) * query.size, take: query.size },
    })
    return { rows: entries.map(entry => rowOf(ctx, entry)), total: await ctx.tx.audit.count({ where }) }
  },

  detail: async (ctx, id) => {
    const isSeen = may(ctx.person, see) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    const entry = isSeen ? await ctx.tx.audit.findUnique({ where: { id }, select: shown }) : null
    if (!entry) return null
    const field = (name: string, value: string | null) => (value ? [{ label: ctx.t(`audit.page.${name}`), value }] : [])
    return {
      title: actionOf(ctx, entry),
      state: stateOf(ctx, entry),
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

function rowOf(ctx: Ctx, entry: Shown): DeskRow {
  const cells = [ctx.localTime(entry.at), whoOf(ctx, entry), actionOf(ctx, entry)]
  return { id: entry.id, cells, state: stateOf(ctx, entry) }
}

function whoOf({ t }: Ctx, { actor, actorRole }: Shown): string {
  const role = t(`roles.${actorRole}`)
  return actor ? t('records.by', { who: actor.fullName, role }) : role
}

function actionOf({ t }: Ctx, { action }: Shown): string {
  return t(`audit.actions.${action}`)
}

function stateOf({ t }: Ctx, { subjectType }: Shown) {
  const label = isAuditSubject(subjectType) ? t(`exports.subjectTypes.${subjectType}`) : subjectType
  return { label, tone: 'neutral' } as const
}
