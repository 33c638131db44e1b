import type { Ctx } from '../../contract/feature.ts'
import type { FigureBook } from '../../documents/figure-book.ts'
import type { Tags } from '../../documents/word/tags.ts'
import type { InitiativeAt } from './initiatives-at.ts'

export const initiativeCountTags: Tags = {
  registered: 'text',
  recognised: 'text',
  effective: 'text',
  replicated: 'text',
}

const recognised = ['RECOGNISED', 'APPLIED', 'EFFECT_CONFIRMED', 'REPLICATED', 'NOT_EFFECTIVE']

/** How many initiatives are registered; of these recognised, with confirmed effect, taken over elsewhere. */
export function initiativeCounts({ t }: Ctx, all: readonly InitiativeAt[], book: FigureBook) {
  const say = (name: string, states: readonly string[] | null) =>
    book.write(
      t(`papers.place.${name}`),
      String(states ? all.filter(({ state }) => states.includes(state)).length : all.length),
      { origin: t('papers.origin.initiatives'), path: 'sang-kien' },
    )
  return {
    registered: say('registered', null),
    recognised: say('recognised', recognised),
    effective: say('effective', ['EFFECT_CONFIRMED', 'REPLICATED']),
    replicated: say('replicated', ['REPLICATED']),
  }
}
