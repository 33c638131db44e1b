import { nameWithWard, postAt } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { FigureBook } from '../../documents/figure-book.ts'
import { basesOn } from '../../law/bases.ts'
import { ranked } from '../../law/ranked.ts'
import { basisInWords } from '../../law/words.ts'
import { may } from '../../people/may.ts'
import type { Translate } from '../../texts.ts'
import { type Nominee, nomineesOf } from '../nominations/nominees.ts'

/** A line of the list of nominees. */
export const nomineeRowTags = { no: 'text', name: 'text', position: 'text', summary: 'text' } as const

/** How many nominees, as papers count them; an office's own template may still name the two numbers by themselves. */
export const nomineeCountTags = { honoured: 'text' } as const

const gone: readonly string[] = ['DRAFT', 'RETURNED', 'WITHDRAWN']

/** The nominees of a unit (all units: null) that a paper is about; people of the unit see what they are working on. */
export async function nomineesFor(
  { tx, campaign, person }: Ctx,
  unitCode: string | null,
  isMeant: (one: Nominee) => boolean = one => !gone.includes(one.state) || one.waitsFor !== null,
): Promise<Nominee[]> {
  const isInside = unitCode !== null && may(person, 'unit.seeDrafts', { unitCode })
  const all = await nomineesOf(tx, {
    campaignId: campaign.id,
    version: isInside ? 'newest' : 'passed',
    ...(unitCode === null ? {} : { unitCode }),
  })
  return all.filter(isMeant)
}

export function nomineeRows({ campaign }: Ctx, nominees: readonly Nominee[]) {
  return nominees.map(({ name, position, unitCode, summary }, at) => {
    const unit = nameWithWard(campaign, unitCode)
    // A unit is not at itself.
    return { no: String(at + 1), name, position: name === unit ? '' : postAt(position, unit), summary: summary ?? '' }
  })
}

export function nomineeCounts({ t }: Ctx, nominees: readonly Nominee[], book: FigureBook) {
  const count = (kind: Nominee['kind']) => nominees.filter(one => one.kind === kind).length
  const [collectives, people] = [count('COLLECTIVE'), count('INDIVIDUAL')]
  const from = { origin: t('papers.origin.nominations'), path: 'de-nghi-khen' }
  return {
    collectives: book.write(t('papers.nominations.collectives'), String(collectives), from),
    people: book.write(t('papers.nominations.people'), String(people), from),
    honoured: countsInWords(t, collectives, people),
  }
}

/** «2 tập thể và 8 cá nhân», «8 cá nhân»: of whom there are none, nothing is said; of nobody at all, so in words. */
export function countsInWords(t: Translate, collectives: number, people: number): string {
  const which = collectives > 0 ? (people > 0 ? 'both' : 'collectives') : people > 0 ? 'people' : 'none'
  return t(`papers.counted.${which}`, { collectives, people })
}

/** «Căn cứ …;» for each law that holds on the day; where none is held, the line is left for people. */
export function lawLines({ t, today }: Ctx): { line: string }[] {
  const held = basesOn(today.toString(), 'commendation')
  if (!held.held) return [{ line: t('papers.nominations.noLaw') }]
  return ranked(held.bases).map(basis => ({ line: t('papers.nominations.law', { basis: basisInWords(basis, t) }) }))
}
