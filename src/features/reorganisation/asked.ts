import { storedUnits } from '../../campaign/stored-units.ts'
import { unitKindWords } from '../../campaign/unit-kind-words.ts'
import type { Ctx } from '../../contract/feature.ts'
import { fileProblemText } from '../../office-files/file-problem.ts'
import type { List } from '../../office-files/list-rows.ts'
import { readListFrom } from '../../office-files/read-list.ts'
import { wellFormedJson } from '../../reading/well-formed.ts'
import { type ReorganisationColumn, reorganisationColumns, reorganisationIn } from './file.ts'
import type { Ordered } from './reorganise.ts'
import { type Choices, noChoices, wanted } from './stored.ts'

/** So many lines can be written on the page. */
export const lines = [1, 2, 3, 4, 5, 6] as const

export const dissolved = '-'
export const isNew = '+'

export type Asked = { ok: true; ordered: Ordered } | { ok: false; problems: readonly string[] }

/** A file that was sent, or the lines of the page: both are the same list. */
export async function readAsked(ctx: Ctx, form: FormData): Promise<Asked> {
  const file = form.get('tep')
  const list =
    file instanceof File && file.size > 0
      ? await readListFrom(file.name, new Uint8Array(await file.arrayBuffer()), reorganisationColumns)
      : ({ ok: true, value: typedList(ctx, form) } as const)
  const say = (problems: Parameters<typeof fileProblemText>[0][]) => problems.map(one => fileProblemText(one, ctx.t))
  if (!list.ok) return { ok: false, problems: say([...list.problems]) }
  if (list.value.rows.length === 0) return { ok: false, problems: [ctx.t('reorganisation.noFile')] }
  const known = await storedUnits(ctx.tx)
  const read = reorganisationIn(list.value, { known, kinds: unitKindWords(ctx.texts('vi'), ctx.texts('en')) })
  if (!read.ok) return { ok: false, problems: say([...read.problems]) }
  return { ok: true, ordered: { what: read.value, choices: noChoices } }
}

/** What a preview carries to its confirmation, with the choices that were made. It comes back from a browser: it is judged again. */
export function readCarried(form: FormData): Ordered | null {
  const carried = wanted.safeParse(jsonIn(String(form.get('sap-xep') ?? '')))
  return carried.success ? { what: carried.data, choices: choicesIn(form) } : null
}

function choicesIn(form: FormData): Choices {
  const of = (prefix: string) =>
    Object.fromEntries(
      [...form.entries()].flatMap(([name, value]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), String(value)] as const] : [],
      ),
    )
  return { people: of('nguoi:'), drafts: of('nhap:'), records: of('ho-so:') }
}

function jsonIn(text: string): unknown {
  try {
    return wellFormedJson(text)
  } catch {
    return null
  }
}

function typedList({ t }: Ctx, form: FormData): List<ReorganisationColumn> {
  const said = (name: string) => String(form.get(name) ?? '').trim()
  const rows = lines.flatMap(n => {
    const [from, to] = [said(`cu-${n}`), said(`moi-${n}`)]
    if (from === '' || to === '') return []
    const cells: Partial<Record<ReorganisationColumn, string>> = {
      ...{ from, to: to === dissolved ? '' : to === isNew ? said(`ma-${n}`).toUpperCase() : to },
      ...{ name: to === isNew ? said(`ten-${n}`) : '', main: said(`chinh-${n}`) },
      ...{ day: said('ngay'), document: said('can-cu') },
    }
    return [{ cells, cellOf: () => t('reorganisation.line', { n }), at: n }]
  })
  return { file: '', sheet: null, columns: new Set<ReorganisationColumn>(), rows, unread: [] }
}
