import type { ActiveCampaign } from '../campaign/active.ts'
import type { SheetCell } from '../office-files/sheet-cell.ts'
import type { Translate } from '../texts.ts'

/** A sheet about to be written. */
export interface Sheet {
  headings: readonly string[]
  lines: AsyncIterable<readonly SheetCell[]>
}

/** Where more than one campaign is open, a sheet says of which it is, in a first column. */
export function ofCampaign({ shownAs }: ActiveCampaign, { headings, lines }: Sheet, t: Translate): Sheet {
  if (shownAs === null) return { headings, lines }
  async function* named(name: string) {
    for await (const line of lines) yield [name, ...line]
  }
  return { headings: [t('campaigns.column'), ...headings], lines: named(shownAs) }
}
