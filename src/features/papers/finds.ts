import { unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Found } from '../../contract/found.ts'
import { fold } from '../../reading/text.ts'
import { papersRoom } from './room.tsx'
import { papersFor } from './store.ts'

const most = 10

/** The latest papers whose name, number, unit or period holds the words. */
export async function findPapers(ctx: Ctx, words: readonly string[]): Promise<readonly Found[]> {
  const { t, campaign } = ctx
  if (!papersRoom.mayOpen(ctx.person)) return []
  const papers = (await papersFor(ctx)).map(({ id, code, unitCode, period, number }) => ({
    group: t('papers.title'),
    title: [t(`papers.${code}.name`), number].filter(Boolean).join(' · '),
    more: [unitCode === null ? '' : unitName(campaign, unitCode), periodName(period, t)].filter(Boolean).join(' · '),
    page: `${papersRoom.path}/${id}`,
  }))
  return papers.filter(({ title, more }) => words.every(word => fold(`${title} ${more}`).includes(word))).slice(0, most)
}
