import { officeName, unitName } from '../../campaign/names.ts'
import { anyKind } from '../../records/kind.ts'
import { work } from '../works/kind.ts'
import { offeredBy } from '../works/offered.ts'
import { ofUnit, paperDate, planDocument } from './frame.ts'
import type { PaperKind } from './kind.ts'
import { recordsAt } from './records-at.ts'

const kind = anyKind(work)

/** DOC06: the press and arts works of a unit (plan II.2.3). */
export const worksList: PaperKind = {
  code: 'DOC06',
  of: 'unit',
  hasPeriod: false,
  isEmpty: async (ctx, wanted) => (await recordsAt(ctx, kind, wanted)).length === 0,
  tags: {
    ...{ office: 'text', plan: 'text', unit: 'text', works: 'text', accepted: 'text' },
    rows: {
      no: 'text',
      title: 'text',
      genre: 'text',
      author: 'text',
      medium: 'text',
      published: 'text',
      state: 'text',
    },
  },
  gather: async (ctx, wanted, book) => {
    const { t, tx, campaign, today } = ctx
    const unitCode = wanted.unitCode ?? ''
    const works = await recordsAt(ctx, kind, wanted)
    const count = (place: string, value: number) =>
      book.write(t(`papers.DOC06.${place}`), String(value), {
        origin: t('papers.origin.rows', { count: value }),
        path: work.path,
      })
    const ids = works.map(({ record }) => record.authorId)
    const authors = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } })
    const { genres } = offeredBy(campaign)
    return {
      frame: ofUnit(ctx, unitCode),
      content: {
        office: officeName(campaign, today.toString()),
        plan: planDocument(ctx),
        unit: unitName(campaign, unitCode),
        works: count('works', works.length),
        accepted: count('accepted', works.filter(({ state }) => state === 'ACCEPTED').length),
        rows: works.map(({ record, answers, state }, at) => ({
          no: String(at + 1),
          title: String(answers.title),
          genre: genres.find(({ code }) => code === answers.genre)?.label ?? '',
          author: authors.find(({ id }) => id === record.authorId)?.fullName ?? '',
          medium: String(answers.medium),
          published: paperDate(String(answers.publishedOn)),
          state: t(`work.states.${state}`),
        })),
      },
    }
  },
}
