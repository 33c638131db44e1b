import type { auditOf } from '../../contract/declared.ts'
import type { DeskPage, DeskQuery, DeskRow } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import type { Right } from '../../people/right.ts'
import { auditsOfSecurity, signInSubjects } from '../../people/security-log.ts'
import type { AnyKind } from '../../records/kind.ts'
import type { Prisma } from '../../store/generated/client.ts'
import { ofDays, ofWords, readAskedOfLog } from './asked.ts'
import { lookedByCode, openedLine, recordLines } from './record-lines.ts'
import { seeAudit } from './rights.ts'

export type Declared = ReturnType<typeof auditOf>

/** One view of the audit: who may see it, and which of it. */
export interface LogView {
  path: string
  title: string
  see: Right
  /** What is in it whatever is asked for. */
  holds: Prisma.AuditWhereInput
  /** Text key of what the chips narrow it by, and what each of them leaves. */
  narrowedBy: string
  narrowings(ctx: Ctx): { value: string; label: string; where: Prisma.AuditWhereInput }[]
  /** The actions that can be in it. */
  actions: readonly string[]
  /** Kinds whose records are found by their code. */
  kinds: readonly AnyKind[]
}

/**
 * How people sign in is no matter of the campaign. What is done with a record stands in its own history: a search for its code brings
 * that, as far as the person sees it.
 */
export function auditPageOver(declared: Declared, kinds: readonly AnyKind[]): DeskPage {
  return logPage(declared, {
    path: 'nhat-ky',
    title: 'audit.page.title',
    see: seeAudit,
    holds: { subjectType: { notIn: [...signInSubjects] } },
    // Of what it does not show it offers no choice.
    actions: declared.actions.filter(
      action => !signInSubjects.some(subject => auditsOfSecurity[subject]?.includes(action)),
    ),
    kinds,
    narrowedBy: 'audit.page.about',
    narrowings: ctx =>
      declared.subjects
        .filter(subject => !signInSubjects.some(hidden => hidden === subject))
        .map(value => ({ value, label: ctx.t(`exports.subjectTypes.${value}`), where: { subjectType: value } })),
  })
}

/** Who did what, in which role, when: the latest first. */
export function logPage(declared: Declared, view: LogView): DeskPage {
  const { path, title, see } = view
  return {
    path,
    group: 'upkeep',
    title,
    mayOpen: person => may(person, see),
    columns: ['audit.page.at', 'audit.page.who', 'audit.page.what'],
    sorts: ['at'],

    filters: async ctx => [
      {
        name: 'state',
        label: ctx.t(view.narrowedBy),
        options: view.narrowings(ctx).map(({ value, label }) => ({ value, label })),
      },
      {
        name: 'viec',
        label: ctx.t('audit.page.what'),
        options: view.actions
          .map(value => ({ value, label: ctx.t(`audit.actions.${value}`) }))
          .sort((one, other) => one.label.localeCompare(other.label, 'vi')),
      },
    ],

    rows: async (ctx, query) => {
      if (!may(ctx.person, see)) return { rows: [], total: 0 }
      const looked = await recordAsked(ctx, view, query)
      const where = await asked(ctx, view, query, looked?.record.id ?? null)
      if (looked) return withRecord(ctx, where, recordLines(looked), declared, query)
      const way = query.sort?.isDescending === false ? 'asc' : 'desc'
      const entries = await ctx.tx.audit.findMany({
        ...{ where, select: shown, orderBy: [{ at: way }, { id: way }] },
        ...{ skip: (query.page - 1) * query.size, take: query.size },
      })
      return { rows: entries.map(entry => rowOf(ctx, entry, declared)), total: await ctx.tx.audit.count({ where }) }
    },

    detail: async (ctx, id) => {
      if (may(ctx.person, see) && id.includes('.')) return openedLine(ctx, view.kinds, id)
      const isSeen = may(ctx.person, see) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
      const entry = isSeen
        ? await ctx.tx.audit.findFirst({ where: { AND: [{ id }, view.holds] }, select: shown })
        : null
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

/** By subject, action, day, record, and by the names of whoever did it and to whom. */
async function asked(
  ctx: Ctx,
  view: LogView,
  { q, filters }: DeskQuery,
  recordId: string | null,
): Promise<Prisma.AuditWhereInput> {
  const narrowed = view.narrowings(ctx).find(({ value }) => value === filters.state)?.where ?? {}
  const done = filters.viec === undefined ? {} : { action: filters.viec }
  const typed = readAskedOfLog(q)
  const ofRecord = typed.code === null ? {} : { subjectId: { in: [typed.code, ...(recordId ? [recordId] : [])] } }
  return {
    AND: [view.holds, narrowed, done, ofRecord, ofDays(ctx, typed), await ofWords(ctx, typed, view.actions)],
  }
}

/** The record whose code was typed, and nothing that leaves only other things. */
async function recordAsked(ctx: Ctx, view: LogView, { q, filters }: DeskQuery) {
  const { code, days, words } = readAskedOfLog(q)
  const isNarrowed = days !== null || words.length > 0 || Object.keys(filters).length > 0
  return code === null || isNarrowed ? null : lookedByCode(ctx, view.kinds, code)
}

/** The history of a record, and under it what the log says of it besides. */
async function withRecord(
  ctx: Ctx,
  where: Prisma.AuditWhereInput,
  lines: readonly DeskRow[],
  declared: Declared,
  { page, size }: DeskQuery,
) {
  const entries = await ctx.tx.audit.findMany({ where, select: shown, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  const rows = [...lines, ...entries.map(entry => rowOf(ctx, entry, declared))]
  return { rows: rows.slice((page - 1) * size, page * size), total: rows.length }
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
