import type { Ctx } from '../../contract/feature.ts'
import { anyKind } from '../../records/kind.ts'
import { collective, namesIn } from '../participation/form.ts'
import { participation } from '../participation/kind.ts'
import { kindsOffered } from '../participation/offered.ts'
import type { Wanted } from './kind.ts'
import { countsInWords } from './nominee-rows.ts'
import { recordsAt } from './records-at.ts'
import { registerPaper } from './register-paper.ts'

/** DOC02: who of a unit takes part (plan II.1). */
export const participantsList = registerPaper({
  code: 'DOC02',
  path: participation.path,
  lines: participantsOf,
  figures: {
    collectives: { isOf: ({ kind }) => kind === collective },
    people: { isOf: ({ kind }) => kind !== collective },
  },
  inWords: { tag: 'honoured', of: ({ t }, [collectives = 0, people = 0]) => countsInWords(t, collectives, people) },
  columns: ['name', 'kind', 'code'],
  row: ({ name, kind, code }, { t, campaign }) => ({
    ...{ name, code },
    kind: kindsOffered(t, campaign).kinds.find(one => one.code === kind)?.label ?? kind,
  }),
})

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
