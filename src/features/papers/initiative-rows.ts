import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Content } from '../../documents/word/fill.ts'
import type { Tags } from '../../documents/word/tags.ts'
import type { InitiativeAt } from './initiatives-at.ts'

export const initiativeRowTags: Tags = {
  ...{ no: 'text', code: 'text', title: 'text', author: 'text', unit: 'text', state: 'text' },
}

export async function initiativeRows({ tx, t, campaign }: Ctx, all: readonly InitiativeAt[]): Promise<Content[]> {
  const authors = await tx.person.findMany({
    where: { id: { in: all.map(({ authorId }) => authorId) } },
    select: { id: true, fullName: true },
  })
  return all.map(({ code, title, authorId, unitCode, state }, at) => ({
    ...{ no: String(at + 1), code, title, unit: unitName(campaign, unitCode) },
    author: authors.find(({ id }) => id === authorId)?.fullName ?? '',
    state: t(`initiative.states.${state}`),
  }))
}
