import type { DeskRoom } from '../../contract/desk-page.ts'
import type { Ctx, Feature } from '../../contract/feature.ts'
import type { Found } from '../../contract/found.ts'
import { fold } from '../../reading/text.ts'
import { SearchPage } from './search-page.tsx'

const longest = 200

/** What was found for «?q=…», by kind of thing. */
export function searchRoom(features: readonly Feature[]): DeskRoom {
  return {
    path: 'tim',
    title: 'search.title',
    isAside: true,
    // Who may open nothing else has no desk; what is found is what each feature lets the person see.
    mayOpen: () => true,
    answer: async (ctx, { rest, search, address }) => {
      if (rest !== '') return null
      const asked = (search.get('q') ?? '').normalize('NFC').trim().slice(0, longest)
      const found = await findAll(ctx, features, asked)
      const desk = address.slice(0, address.lastIndexOf('/'))
      return { title: ctx.t('search.title'), body: () => <SearchPage {...{ ctx, asked, found, address, desk }} /> }
    },
  }
}

async function findAll(ctx: Ctx, features: readonly Feature[], asked: string): Promise<Found[]> {
  const words = fold(asked).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const found: Found[] = []
  for (const { finds } of features) found.push(...((await finds?.(ctx, words)) ?? []))
  return found
}
