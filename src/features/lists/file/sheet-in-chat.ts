import { listTargets } from '../../../campaign/list-owner.ts'
import type { AskAgain, Ctx, Outcome } from '../../../contract/feature.ts'
import type { FileAnswer } from '../../../conversation/draft.ts'
import type { Answers, Params } from '../../../conversation/field.ts'
import type { AnswersOf } from '../../../conversation/form.ts'
import { itemsAt } from '../../../figures/items.ts'
import { storeMade } from '../../../files/store-made.ts'
import type { Asked } from '../../../records/kind.ts'
import { unitName } from '../../progress/unit-name.ts'
import type { listForm } from '../form.ts'
import { whichList } from '../in-chat.ts'
import { type Item, isSameItem, type Listed } from '../item.ts'
import { itemInWords } from '../item-words.ts'
import { listAt } from '../store.ts'
import { readList, writeList } from './template.ts'
import { besideKnown, itemsOf, type TypedRow } from './typed-row.ts'

type ListAnswers = AnswersOf<typeof listForm.fields>

/** A workbook was sent to the form: it is read before anything else is asked. */
export function hasSheet({ evidence }: Answers, params: Params): boolean {
  return sheetIn(evidence, params) !== undefined
}

function sheetIn(evidence: unknown, { looked }: Params): FileAnswer | undefined {
  const known = Array.isArray(looked) ? looked : []
  // Only the question for files has such answers.
  const files = (evidence ?? []) as readonly FileAnswer[]
  return files.findLast(({ id, name }) => /\.xlsx$/i.test(name) && !known.includes(id))
}

/** What filled in files say instead of being handed in: the list with it, to be looked at; null: there is none that was not looked at. */
export async function sheetsRead(ctx: Ctx, asked: readonly Asked<ListAnswers>[]): Promise<(Outcome | null)[]> {
  const read: (Outcome | null)[] = []
  for (const one of asked) read.push(await sheetRead(ctx, one))
  return read
}

async function sheetRead(ctx: Ctx, { answers, params }: Asked<ListAnswers>): Promise<AskAgain | null> {
  const file = sheetIn(answers.evidence, params)
  const place = { unit: String(params.unit), target: String(params.target) }
  const target = listTargets(ctx.campaign.plan).find(({ code }) => code === place.target)
  if (!file || !target) return null
  const stored = await ctx.tx.storedFile.findUnique({ where: { id: file.id }, include: { content: true } })
  const record = await listAt(ctx, place)
  const looked = [...(Array.isArray(params.looked) ? params.looked : []), file.id]
  // What others have changed meanwhile is in the list already.
  const stands = { record: record?.id ?? null, basedOn: record?.version ?? 0, looked }
  const read = await readList(ctx, place.unit, target, stored?.content?.bytes ?? new Uint8Array())
  const items = answers.items.items
  if (!read.ok) {
    const said = [ctx.t('list.file.refused', { file: file.name }), read.why, ctx.t('list.file.keptBeside')]
    return { askAgain: [said.join(' ')], params: stands, answers: { items: { items, unread: [] } } }
  }
  const { listed, lines } = listedWith(ctx, read.rows, items)
  const rest = (answers.evidence ?? []).filter(({ id }) => id !== file.id)
  return {
    askAgain: [[ctx.t('list.file.read', { file: file.name, count: lines.length }), ...lines].join('\n')],
    params: stands,
    // It was the list itself, and is no evidence of it.
    answers: { items: listed, evidence: rest.length > 0 ? rest : null },
  }
}

/** The list with the rows of a file, and what they change; a row that is not understood leaves its item as it was. */
function listedWith(
  ctx: Ctx,
  typed: readonly TypedRow[],
  known: readonly Item[],
): { listed: Listed; lines: readonly string[] } {
  const rows = besideKnown(typed, known)
  const { items: read, problems } = itemsOf(rows, known, ctx.today)
  const left = known.filter(({ n }) => !read.some(one => one.n === n))
  const items = [...read, ...left].toSorted((a, b) => a.n - b.n)
  const words = (item: Item) => itemInWords(ctx.t, item, ctx.today.toString())
  const lines = items.flatMap(item => {
    const before = known.find(({ n }) => n === item.n)
    if (!before) return [ctx.t('list.file.added', { item: words(item) })]
    return isSameItem(before, item) ? [] : [ctx.t('list.file.changed', { before: words(before), after: words(item) })]
  })
  const unread = [...problems].map(([at, why]) => ({
    line: Object.values(rows[at] ?? {})
      .filter(Boolean)
      .join(' – '),
    why,
  }))
  return { listed: { items, unread }, lines }
}

/** The unit's list as a workbook, to be filled in and sent back. */
export async function giveSheet(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const chosen = await whichList(ctx, args, 'list.sheet')
  if (!('target' in chosen)) return chosen
  const { unit, target } = chosen
  const record = await listAt(ctx, { unit, target: target.code })
  const items = record ? await itemsAt(ctx.tx, record.id, record.version) : []
  const made = await writeList(ctx, unit, target, items)
  const fileId = await storeMade(ctx.tx, { ...made, accountId: ctx.account.id }, ctx.now)
  return {
    text: ctx.t('list.file.give', { name: target.name, unit: unitName(ctx, unit) }),
    attachments: [{ fileId, name: made.name }],
    choices: [{ label: ctx.t('list.file.sendBack'), go: { to: 'list', args: { unit, target: target.code } } }],
  }
}
