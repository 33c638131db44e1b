import { withFormer } from '../campaign/acting-unit.ts'
import type { Ctx, Screen } from '../contract/feature.ts'
import { reachOf } from '../people/may.ts'
import type { AnyKind } from './kind.ts'
import { shortTitle, stateName } from './naming.ts'

const shownAtOnce = 8

/** «Hồ sơ của tôi»: what this person or the unit they write for sent, of all kinds, newest first, with where each stands. */
export async function myRecords(ctx: Ctx, kinds: readonly AnyKind[], from: number): Promise<Screen> {
  const { units } = reachOf(ctx.person, 'unit.seeDrafts')
  const where = {
    campaignId: ctx.campaign.id,
    kind: { in: kinds.map(({ name }) => name) },
    OR: [
      { authorId: ctx.person.id },
      { versions: { some: { authorId: ctx.person.id } } },
      {
        unitCode: { in: withFormer(ctx.campaign, units, ctx.today.toString()) },
        kind: { in: kinds.filter(({ isPersonal }) => !isPersonal).map(({ name }) => name) },
      },
    ],
  }
  const total = await ctx.tx.record.count({ where })
  if (total === 0) return { text: ctx.t('records.mine.none') }
  const records = await ctx.tx.record.findMany({
    where,
    orderBy: [{ sentAt: 'desc' }, { kind: 'asc' }, { number: 'desc' }],
    skip: from,
    take: shownAtOnce,
  })
  const rest = total - from - records.length
  const lines = records.flatMap(record => {
    const kind = kinds.find(({ name }) => name === record.kind)
    if (!kind) return []
    const params = { code: record.code, title: shortTitle(record.title), state: stateName(ctx.t, kind, record, true) }
    return [
      {
        label: ctx.t('records.mine.line', params),
        go: { to: 'record.show', args: { kind: kind.name, id: record.id } },
      },
    ]
  })
  const next = {
    label: ctx.t('records.mine.more', { rest }),
    go: { to: 'records', args: { from: String(from + shownAtOnce) } },
  }
  return {
    title: ctx.t('records.mine.title', { total }),
    text: ctx.t('records.mine.text'),
    choices: rest > 0 ? [...lines, next] : lines,
  }
}
