import { officeName, unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { anyKind } from '../../records/kind.ts'
import { collective, namesIn } from '../participation/form.ts'
import { participation } from '../participation/kind.ts'
import { kindsOffered } from '../participation/offered.ts'
import { ofUnit, planDocument } from './frame.ts'
import type { PaperKind, Wanted } from './kind.ts'
import { countsInWords } from './nominee-rows.ts'
import { recordsAt } from './records-at.ts'

/** DOC02: who of a unit takes part (plan II.1). */
export const participantsList: PaperKind = {
  code: 'DOC02',
  of: 'unit',
  hasPeriod: false,
  isEmpty: async (ctx, wanted) => (await participantsOf(ctx, wanted)).length === 0,
  tags: {
    ...{ office: 'text', plan: 'text', unit: 'text', honoured: 'text' },
    rows: { no: 'text', name: 'text', kind: 'text', code: 'text' },
  },
  gather: async (ctx, wanted, book) => {
    const { t, campaign, today } = ctx
    const unitCode = wanted.unitCode ?? ''
    const participants = await participantsOf(ctx, wanted)
    const count = (place: string, value: number) =>
      book.write(t(`papers.DOC02.${place}`), String(value), {
        origin: t('papers.origin.rows', { count: participants.length }),
        path: participation.path,
      })
    const collectives = participants.filter(({ kind }) => kind === collective).length
    const labels = kindsOffered(t, campaign).kinds
    return {
      frame: ofUnit(ctx, unitCode),
      content: {
        office: officeName(campaign, today.toString()),
        plan: planDocument(ctx),
        unit: unitName(campaign, unitCode),
        collectives: count('collectives', collectives),
        people: count('people', participants.length - collectives),
        honoured: countsInWords(t, collectives, participants.length - collectives),
        rows: participants.map(({ name, kind, code }, at) => ({
          ...{ no: String(at + 1), name, code },
          kind: labels.find(one => one.code === kind)?.label ?? kind,
        })),
      },
    }
  },
}

/** Each once, collectives first. */
async function participantsOf(ctx: Ctx, wanted: Wanted) {
  const records = await recordsAt(ctx, anyKind(participation), wanted)
  const all = records.flatMap(({ record, answers }) =>
    namesIn(answers).map(name => ({ name, kind: record.topic, code: record.code })),
  )
  const first = (kind: string) => (kind === collective ? 0 : 1)
  return [...new Map(all.map(one => [`${one.kind} ${one.name}`, one])).values()].sort(
    (a, b) => first(a.kind) - first(b.kind),
  )
}
