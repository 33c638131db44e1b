import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Content } from '../../documents/word/fill.ts'
import type { Tags } from '../../documents/word/tags.ts'
import { answersOf } from '../../records/answers.ts'
import { anyKind } from '../../records/kind.ts'
import { initiative } from '../initiatives/kind.ts'
import type { InitiativeAt } from './initiatives-at.ts'

const kind = anyKind(initiative)

export const initiativeRowTags: Tags = {
  ...{ no: 'text', code: 'text', title: 'text', author: 'text', unit: 'text', state: 'text' },
}

/** A line of each, with the title that stood then. */
export async function initiativeRows({ tx, t, campaign }: Ctx, all: readonly InitiativeAt[]): Promise<Content[]> {
  const records = await tx.record.findMany({
    where: { id: { in: all.map(({ id }) => id) } },
    select: { id: true, code: true, author: { select: { fullName: true } }, versions: true },
  })
  const byId = new Map(records.map(record => [record.id, record]))
  return all.map(({ id, version, unitCode, state }, at) => {
    const record = byId.get(id)
    const then = record?.versions.find(one => one.version === version)
    return {
      ...{ no: String(at + 1), code: record?.code ?? '', title: then ? String(answersOf(kind, then).title) : '' },
      ...{ author: record?.author.fullName ?? '', unit: unitName(campaign, unitCode) },
      state: t(`initiative.states.${state}`),
    }
  })
}
