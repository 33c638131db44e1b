import { normalise } from '../../../reading/text.ts'
import type { Row } from '../row.ts'
import type { Sheet } from '../sheet.ts'

/** What was posted for the rows; cells that are as the page showed them are left out, so that nobody's newer word is undone. */
export function changedCells(rows: readonly Row[], form: FormData): Map<string, { typed: string; reason: string }> {
  const text = (name: string) => normalise(String(form.get(name) ?? '')).slice(0, longest)
  return new Map(
    rows.flatMap(({ topic }) => {
      const now = { typed: text(`o-${topic}`), reason: text(`ly-do-${topic}`) }
      const isShown = form.has(`o-${topic}`)
      const isSame = now.typed === text(`co-${topic}`) && now.reason === text(`co-ly-do-${topic}`)
      return !isShown || isSame ? [] : [[topic, now] as const]
    }),
  )
}

const longest = 4_000

/** What stands in the cells, by topic. */
export function cellsIn({ entries }: Sheet): [string, string][] {
  return Object.entries(entries).map(([topic, { typed }]) => [topic, typed])
}
