import { anyKind } from '../../records/kind.ts'
import { work } from '../works/kind.ts'
import { offeredBy } from '../works/offered.ts'
import { paperDate } from './frame.ts'
import { recordsAt } from './records-at.ts'
import { registerPaper } from './register-paper.ts'

/** DOC06: the press and arts works of a unit (plan II.2.3). */
export const worksList = registerPaper({
  code: 'DOC06',
  path: work.path,
  lines: async (ctx, wanted) => {
    const works = await recordsAt(ctx, anyKind(work), wanted)
    const ids = works.map(({ record }) => record.authorId)
    const authors = await ctx.tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } })
    const names = new Map(authors.map(({ id, fullName }) => [id, fullName]))
    return works.map(one => ({ ...one, author: names.get(one.record.authorId) ?? '' }))
  },
  figures: { works: {}, accepted: { isOf: ({ state }) => state === 'ACCEPTED' } },
  columns: ['title', 'genre', 'author', 'medium', 'published', 'state'],
  row: ({ answers, state, author }, { t, campaign }) => ({
    title: String(answers.title),
    genre: offeredBy(campaign).genres.find(({ code }) => code === answers.genre)?.label ?? '',
    author,
    medium: String(answers.medium),
    published: paperDate(String(answers.publishedOn)),
    state: t(`work.states.${state}`),
  }),
})
