import type { DeskPage, DeskQuery, DeskRow } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { auditSubjects, isAuditSubject } from '../../people/audit.ts'
import { type Action, may } from '../../people/may.ts'
import { signInSubjects } from '../../people/security-log.ts'
import { fold } from '../../reading/text.ts'
import type { Prisma } from '../../store/generated/client.ts'

/** One view of the audit: who may see it, and which of it. */
export interface LogView {
  path: string
  title: string
  see: Action
  /** What is in it whatever is asked for. */
  holds: Prisma.AuditWhereInput
  /** Text key of what the chips narrow it by, and what each of them leaves. */
  narrowedBy: string
  narrowings(ctx: Ctx): { value: string; label: string; where: Prisma.AuditWhereInput }[]
}

/** What is done with a record stands in its own history; how people sign in is no matter of the campaign. */
export const auditPage: DeskPage = logPage({
  path: 'nhat-ky',
  title: 'audit.page.title',
  see: 'audit.see',
  holds: { subjectType: { notIn: [...signInSubjects] } },
  narrowedBy: 'audit.page.about',
  narrowings: ctx =>
    auditSubjects
      .filter(subject => !signInSubjects.some(hidden => hidden === subject))
      .map(value => ({ value, label: ctx.t(`exports.subjectTypes.${value}`), where: { subjectType: value } })),
})

/** Who did what, in which role, when: the latest first. */
export function logPage(view: LogView): DeskPage {
  const { path, title, see } = view
  return {
    path,
    title,
    mayOpen: person => may(person, see),
    columns: ['audit.page.at', 'audit.page.who', 'audit.page.what'],

    filters: async ctx => [
      {
        name: 'state',
        label: ctx.t(view.narrowedBy),
        options: view.narrowings(ctx).map(({ value, label }) => ({ value, label })),
      },
    ],

    rows: async (ctx, query) => {
      if (!may(ctx.person, see)) return { rows: [], total: 0 }
      const where = await asked(ctx, view, query)
      const entries = await ctx.tx.audit.findMany({
        ...{ where, select: shown, orderBy: [{ at: 'desc' }, { id: 'desc' }] },
        ...{ skip: (query.page - 1) * query.size, take: query.size },
      })
      return { rows: entries.map(entry => rowOf(ctx, entry)), total: await ctx.tx.audit.count({ where }) }
    },

    detail: async (ctx, id) => {
      const isSeen = may(ctx.person, see) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
      const entry = isSeen
        ? await ctx.tx.audit.findFirst({ where: { AND: [{ id }, view.holds] }, select: shown })
        : null
      if (!entry) return null
      const field = (name: string, value: string | null) =>
        value ? [{ label: ctx.t(`audit.page.${name}`), value }] : []
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
}

const shown = {
  ...{ id: true, at: true, actorRole: true, action: true, subjectType: true, subjectId: true },
  ...{ from: true, to: true, reason: true, actor: { select: { fullName: true } } },
} as const

type Shown = Prisma.AuditGetPayload<{ select: typeof shown }>

/** By subject, and by the name of whoever did it. */
async function asked(ctx: Ctx, view: LogView, { q, filters }: DeskQuery): Promise<Prisma.AuditWhereInput> {
  const narrowed = view.narrowings(ctx).find(({ value }) => value === filters.state)?.where ?? {}
  const held = { AND: [view.holds, narrowed] }
  const words = fold(q).split(' ').filter(Boolean)
  if (words.length === 0) return held
  const people = await ctx.tx.person.findMany({ where: { erasedAt: null }, select: { id: true, fullName: true } })
  const named = people.filter(({ fullName }) => words.every(word => fold(fullName).includes(word)))
  return { ...held, actorId: { in: named.map(({ id }) => id) } }
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
