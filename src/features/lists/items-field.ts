import type { Field, FieldEnv, FieldReading, Params } from '../../conversation/field.ts'
import { ruled } from '../../conversation/field.ts'
import { type Listed, listedIn } from './item.ts'
import { inWords, itemInWords, unreadInWords } from './item-words.ts'
import { type Columns, readItems } from './read-items.ts'

/**
 * The items of a list. What is typed is put into the list as it stands (the answer, else what the form was started with): new lines, and
 * what happened to those there are. Lines that are not understood stand beside it, and are never taken for an item.
 */
export function items(): Field<Listed> {
  return ruled<Listed, Record<never, never>>(
    { prefill: (params: Params) => listedIn(params.items) },
    {
      kind: 'items',
      isTable: true,
      read: (typed: string, env: FieldEnv): FieldReading<Listed> => {
        const before = listedIn(env.answers[nameOf(env)]) ?? listedIn(env.params.items) ?? { items: [], unread: [] }
        const value = readItems(typed, before.items, { columns: columnsIn(env.params), today: env.today })
        const isNothing = value.unread.length > 0 && JSON.stringify(value.items) === JSON.stringify(before.items)
        // One line that means nothing is no answer; several are kept, to be mended.
        return isNothing && value.unread.length === 1
          ? { ok: false, kind: 'invalid', why: 'noAnswer' }
          : { ok: true, value, literal: true }
      },
      rows: ({ items }: Listed, { t, today }) =>
        items.map(item => ({ name: String(item.n), words: itemInWords(t, item, today.toString()) })),
      show: (value: Listed, env: FieldEnv) =>
        [...inWords(env.t, value.items, env.today.toString()), ...unreadInWords(env.t, value.unread)].join('\n'),
    },
  )
}

function nameOf({ texts }: FieldEnv): string {
  return texts.slice(texts.lastIndexOf('.') + 1)
}

/** The columns that the list of the target has; a form that knows none takes them all. */
function columnsIn({ columns }: Params): Columns {
  const all = { receivedOn: '', dueOn: '', result: '' }
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns)) return all
  const of = columns as Readonly<Record<string, unknown>>
  const label = (name: string) => (typeof of[name] === 'string' ? String(of[name]) : null)
  return { receivedOn: label('receivedOn'), dueOn: label('dueOn'), result: label('result') }
}
