import type { DeskDetail, DeskRow } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { AnyKind } from '../../records/kind.ts'
import { type Looked, lookAt } from '../../records/looking.ts'

/** A record of that code, as far as this person sees it: what waits for a head is in no log either. */
export async function lookedByCode(ctx: Ctx, kinds: readonly AnyKind[], code: string): Promise<Looked | null> {
  const where = { campaignId: ctx.campaign.id, code }
  const record = await ctx.tx.record.findFirst({ where, select: { id: true, kind: true } })
  return record && look(ctx, kinds, record)
}

/** What was done with it, the latest first; a line is named by the record and its place in the history. */
export function recordLines({ record, history, state }: Looked): DeskRow[] {
  return history
    .map(({ at, who, what, reason }, nth) => ({
      id: `${record.id}.${nth}`,
      cells: [at, who, reason ? `${record.code}: ${what} (${reason})` : `${record.code}: ${what}`],
      state: { label: state, tone: 'neutral' as const },
    }))
    .reverse()
}

/** One line, opened. */
export async function openedLine(ctx: Ctx, kinds: readonly AnyKind[], id: string): Promise<DeskDetail | null> {
  const [, recordId = '', nth = ''] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,5})$/.exec(id) ?? []
  const record =
    recordId && (await ctx.tx.record.findUnique({ where: { id: recordId }, select: { id: true, kind: true } }))
  const looked = record ? await look(ctx, kinds, record) : null
  const line = looked?.history[Number(nth)]
  if (!looked || !line) return null
  const field = (name: string, value: string | undefined) =>
    value ? [{ label: ctx.t(`audit.page.${name}`), value }] : []
  return {
    title: `${looked.record.code}: ${line.what}`,
    state: { label: looked.state, tone: 'neutral' },
    fields: [
      ...field('at', line.at),
      ...field('who', line.who),
      ...field('subject', `${looked.record.code} ${looked.record.title}`),
      ...field('reason', line.reason),
    ],
    ...{ files: [], history: looked.history, actions: [] },
  }
}

async function look(ctx: Ctx, kinds: readonly AnyKind[], record: { id: string; kind: string }): Promise<Looked | null> {
  const kind = kinds.find(({ name }) => name === record.kind)
  return kind ? lookAt(ctx, kind, record.id) : null
}
