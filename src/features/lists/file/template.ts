import type { ListTarget } from '../../../campaign/list-owner.ts'
import { unitName } from '../../../campaign/names.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { officeFormat } from '../../../office-files/office-format.ts'
import type { SheetCell } from '../../../office-files/sheet-cell.ts'
import { xlsxStream } from '../../../office-files/xlsx-stream.ts'
import { xlsxTables } from '../../../office-files/xlsx-tables.ts'
import { formatDate } from '../../../reading/format.ts'
import { fold, normalise } from '../../../reading/text.ts'
import type { Item } from '../item.ts'
import type { TypedRow } from './typed-row.ts'

/** Columns of a template: those that the list has, in the plan's words, and whose it is. */
function headingsOf({ t }: Pick<Ctx, 't'>, { list }: ListTarget): [keyof TypedRow | 'unit' | 'target', string][] {
  const { item, receivedOn, dueOn, doneOn, result } = list
  return [
    ['n', t('list.columns.n')],
    ['text', item],
    ...(receivedOn === null ? [] : [['receivedOn', receivedOn] as ['receivedOn', string]]),
    ...(dueOn === null ? [] : [['dueOn', dueOn] as ['dueOn', string]]),
    ['doneOn', doneOn],
    ...(result === null ? [] : [['result', result] as ['result', string]]),
    ['unit', t('list.columns.unit')],
    ['target', t('list.columns.target')],
  ]
}

/** The unit's list as a workbook, with empty rows to be filled in. */
export async function writeList(
  ctx: Ctx,
  unit: string,
  target: ListTarget,
  items: readonly Item[],
): Promise<{ name: string; bytes: Uint8Array }> {
  const headings = headingsOf(ctx, target)
  const whose = { unit: unitName(ctx.campaign, unit), target: target.name }
  const day = (value: string | null): SheetCell => (value === null ? null : { day: value })
  const empty = { n: null, text: '', receivedOn: null, dueOn: null, doneOn: null, result: '' }
  const rows = [...items, ...Array.from({ length: 10 }, () => empty)].map(one => {
    const cells = { ...one, ...whose, receivedOn: day(one.receivedOn), dueOn: day(one.dueOn), doneOn: day(one.doneOn) }
    return headings.map(([name]): SheetCell => cells[name])
  })
  async function* all() {
    yield* rows
  }
  const labels = headings.map(([, label]) => label)
  const parts: Uint8Array[] = []
  for await (const part of xlsxStream(ctx.t('list.file.sheet'), labels, all(), ctx.campaign.timeZone)) parts.push(part)
  return { name: ctx.t('list.file.name', whose), bytes: Buffer.concat(parts) }
}

/** The rows of a filled in template; or in one sentence why nothing is taken from it. */
export async function readList(
  ctx: Ctx,
  unit: string,
  target: ListTarget,
  bytes: Uint8Array,
): Promise<{ ok: true; rows: TypedRow[] } | { ok: false; why: string }> {
  const refuse = (why: string, params = {}) => ({ ok: false as const, why: ctx.t(`list.file.problems.${why}`, params) })
  if (bytes.length > largest || officeFormat(bytes) !== 'xlsx') return refuse('notXlsx')
  const read = await xlsxTables('', bytes)
  if (!read.ok) return refuse('broken')
  const headings = headingsOf(ctx, target)
  const wanted = { unit: unitName(ctx.campaign, unit), target: target.name }
  for (const { rows } of read.value) {
    const at = rows.findIndex(cells => headings.every(([, label]) => cells.some(cell => plain(cell) === plain(label))))
    if (at < 0) continue
    const place = new Map(
      headings.map(([name, label]) => [name, rows[at]?.findIndex(cell => plain(cell) === plain(label)) ?? -1]),
    )
    const found = rows.slice(at + 1).map(cells => (name: keyof TypedRow | 'unit' | 'target') => {
      const text = normalise(cells[place.get(name) ?? -1] ?? '')
      return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text) : text
    })
    for (const name of ['unit', 'target'] as const) {
      const other = found.map(cell => cell(name)).find(said => said !== '' && plain(said) !== plain(wanted[name]))
      if (other !== undefined)
        return refuse(name === 'unit' ? 'otherUnit' : 'otherTarget', { found: other, wanted: wanted[name] })
    }
    return {
      ok: true,
      rows: found.flatMap(cell => {
        const n = Number(cell('n'))
        const row = { text: cell('text'), receivedOn: cell('receivedOn'), dueOn: cell('dueOn') }
        const more = { doneOn: cell('doneOn'), result: cell('result') }
        const isEmpty = [...Object.values(row), ...Object.values(more)].every(value => value === '')
        return isEmpty ? [] : [{ n: Number.isInteger(n) && n > 0 ? n : null, ...row, ...more }]
      }),
    }
  }
  return refuse('noHeading', { missing: headings.map(([, label]) => label).join(', ') })
}

const largest = 5_000_000

function plain(text: string): string {
  return fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
