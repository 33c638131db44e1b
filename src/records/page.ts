import { withFormer } from '../campaign/acting-unit.ts'
import { unitName } from '../campaign/names.ts'
import type { DeskPage, DeskQuery } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { reachOf } from '../people/may.ts'
import { formatDate } from '../reading/format.ts'
import { alikeTo } from './alike.ts'
import { answersOf, shown } from './answers.ts'
import { isChoosable, manyOf } from './bulk.ts'
import { countsInOf } from './counts-in.ts'
import { freshDay, freshFilter } from './fresh.ts'
import type { AnyKind } from './kind.ts'
import { idsOfList, type Listed, listRecords, recordsOf } from './list.ts'
import { lookAt } from './looking.ts'
import { decideRecord } from './move.ts'
import { stateName } from './naming.ts'
import { sortsOf } from './order.ts'
import { reasonsOffered } from './reason-texts.ts'
import { askOf, doOf } from './screens.ts'
import { isAtGate, mayOpenList } from './seeing.ts'

/** The list of a kind on the desk, searched, filtered and paged in the database, and the opened record. */
export function deskPageOf(kind: AnyKind): DeskPage {
  const { form, rights } = kind
  return {
    path: kind.path,
    title: `${kind.name}.page`,
    door: kind.door ?? 'records',
    ...(kind.group ? { group: kind.group } : {}),
    mayOpen: person => mayOpenList(person, kind),
    columns: [
      'records.page.code',
      'records.page.unit',
      ...(kind.cells?.headings ?? kind.columns.map(column => `${form.texts}.${column}.label`)),
      ...(rights.edit ? ['records.page.author'] : []),
      'records.page.sentAt',
    ],
    sorts: sortsOf(kind),
    filters: async ctx => [
      {
        name: 'state',
        label: ctx.t('records.page.state'),
        options: [
          ...Object.keys(kind.states).map(value => ({ value, label: ctx.t(`${kind.name}.states.${value}`) })),
          ...Object.keys(kind.stateGroups ?? {}).map(value => ({
            value,
            label: ctx.t(`${kind.name}.stateGroups.${value}`),
          })),
        ],
      },
      {
        name: 'late',
        label: ctx.t('records.page.late'),
        options: [{ value: 'yes', label: ctx.t('records.facts.late') }],
      },
      {
        name: freshFilter.name,
        label: ctx.t('records.page.fresh'),
        options: [
          {
            value: freshFilter.value,
            label: ctx.t('records.page.freshSince', { since: formatDate(freshDay(ctx).toString()) }),
          },
        ],
      },
      { name: 'unit', label: ctx.t('records.page.unit'), options: unitsToSee(ctx) },
      ...(kind.topics ? [{ name: 'topic', label: ctx.t(`${kind.name}.topic`), options: kind.topics(ctx) }] : []),
      ...Object.entries(kind.filters ?? {}).map(([name, codes]) => ({
        name,
        label: ctx.t(`${form.texts}.${name}.label`),
        options: codes.map(value => ({ value, label: ctx.t(`${form.texts}.${name}.options.${value}`) })),
      })),
    ],
    rows: (ctx, query) => rowsOf(ctx, kind, query),
    whole: {
      ids: (ctx, query) => idsOfList(ctx, kind, query),
      rows: async (ctx, ids) => {
        const listed = await recordsOf(ctx, kind, ids)
        const authors = await authorsOf(ctx, kind, listed)
        // Emptied, like what the rows go into: see `linesOf`.
        return listed.splice(0).map(one => ({
          id: one.record.id,
          cells: [...cellsOf(ctx, kind, one, authors), { at: one.version.sentAt }],
          state: stateOf(ctx, kind, one.record, one.isInside).label,
        }))
      },
    },
    detail: (ctx, id) => detailOf(ctx, kind, id),
    ...(kind.alike ? { alike: (ctx: Ctx, id: string) => alikeTo(ctx, kind, id) } : {}),
    many: manyOf(kind),
    act: (ctx, id, action, reason, marks = []) => decideRecord(ctx, kind, id, { action, reason, marks }),
  }
}

function unitsToSee(ctx: Ctx): { value: string; label: string }[] {
  const { isEverywhere, units } = reachOf(ctx.person, 'unit.see')
  const all = [...ctx.campaign.units.values()].map(({ code, name }) => ({ value: code, label: name }))
  const seen = withFormer(ctx.campaign, units, ctx.today.toString())
  return isEverywhere ? all : all.filter(({ value }) => seen.includes(value))
}

async function rowsOf(ctx: Ctx, kind: AnyKind, query: DeskQuery) {
  const { records, ...counted } = await listRecords(ctx, kind, query)
  const authors = await authorsOf(ctx, kind, records)
  const rows = records.map(one => ({
    id: one.record.id,
    cells: [...cellsOf(ctx, kind, one, authors), ctx.localTime(one.version.sentAt)],
    state: stateOf(ctx, kind, one.record, one.isInside),
    isChoosable: isChoosable(ctx, kind, one.record),
  }))
  return { ...counted, rows }
}

function authorsOf(ctx: Ctx, kind: AnyKind, listed: readonly Listed[]): Promise<ReadonlyMap<string, string>> {
  return namesOf(ctx, kind.rights.edit ? listed.map(({ record }) => record.authorId) : [])
}

/** In the order of the columns, but for the last, the time at which it was sent. */
function cellsOf(ctx: Ctx, kind: AnyKind, { record, version }: Listed, authors: ReadonlyMap<string, string>): string[] {
  return [
    record.code,
    unitName(ctx.campaign, record.unitCode),
    ...(kind.cells?.of(ctx, record, answersOf(kind, version)) ?? answersIn(ctx, kind, { record, version })),
    ...(kind.rights.edit ? [authors.get(record.authorId) ?? ''] : []),
  ]
}

function answersIn(ctx: Ctx, kind: AnyKind, { record, version }: Pick<Listed, 'record' | 'version'>): string[] {
  const answers = shown(ctx, kind, version, { only: kind.columns, record })
  return kind.columns.map(column => answers.find(({ field }) => field === column)?.value ?? '')
}

async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const where = { id: { in: [...new Set(ids)] } }
  const people = await ctx.tx.person.findMany({ where, select: { id: true, fullName: true } })
  return new Map(people.map(({ id, fullName }) => [id, fullName]))
}

function stateOf(ctx: Ctx, kind: AnyKind, record: Listed['record'], isInside: boolean) {
  const name = stateName(ctx.t, kind, record, isInside)
  const label = record.isLate ? ctx.t('records.page.lateState', { name }) : name
  const tone = isInside && isAtGate(kind, record) ? 'waiting' : (kind.states[record.state]?.tone ?? 'neutral')
  return { label, tone } as const
}

async function detailOf(ctx: Ctx, kind: AnyKind, id: string) {
  const looked = await lookAt(ctx, kind, id)
  if (!looked) return null
  const { record, version, answers, more, files, changes, history, moves, sender, isInside, times } = looked
  const unit = unitName(ctx.campaign, record.unitCode)
  const isReasoned = moves.some(({ asks }) => asks === 'reason' || asks === 'return')
  const reasons = isReasoned ? await reasonsOffered(ctx, kind.name) : []
  const field = (name: string, value: string) => ({ label: ctx.t(`records.page.${name}`), value })
  return {
    title: ctx.t('records.page.title', { code: record.code, thing: ctx.t(`${kind.name}.thing`), unit }),
    state: stateOf(ctx, kind, record, isInside),
    fields: [
      ...answers.map(({ label, value }, index) => ({ label: `${index + 1}. ${label}`, value })),
      field('sender', sender),
      field('sentAt', ctx.localTime(version.sentAt)),
      ...more,
      ...times,
      ...(kind.checklist ? [field('checklist', kind.checklist(ctx))] : []),
    ],
    files,
    changes,
    countsIn: await countsInOf(ctx, kind, record),
    history,
    actions: moves.map(({ name, asks, tone }) => ({
      name,
      label: doOf(ctx, kind, name),
      needsReason: asks !== 'nothing',
      ...(asks === 'reason' || asks === 'return' ? { reasons } : {}),
      ...(asks === 'note'
        ? { reasonLabel: ctx.t(`${kind.name}.moves.${name}.note`), reasonHint: askOf(ctx, kind, name) }
        : {}),
      ...(asks === 'return'
        ? {
            questions: answers.map(({ field: question, label }, index) => ({
              name: question,
              label: `${index + 1}. ${label}`,
            })),
          }
        : {}),
      tone,
    })),
  }
}
