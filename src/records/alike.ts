import { unitName } from '../campaign/names.ts'
import type { Alike } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import type { AnyKind } from './kind.ts'
import { type Looked, lookAt } from './looking.ts'

/** The records of the kind that are much like this one, in what this person may see of them, question by question beside it. */
export async function alikeTo(ctx: Ctx, kind: AnyKind, id: string): Promise<Alike[]> {
  const own = await lookAt(ctx, kind, id)
  if (!own || !kind.alike) return []
  const found: Alike[] = []
  for (const other of await kind.alike(ctx, own.record)) {
    const looked = await lookAt(ctx, kind, other)
    if (looked) found.push(beside(ctx, kind, own, looked))
  }
  return found
}

function beside(ctx: Ctx, kind: AnyKind, own: Looked, other: Looked): Alike {
  const questions = new Map([...own.answers, ...other.answers].map(({ field, label }) => [field, label]))
  const said = (looked: Looked, question: string) => looked.answers.find(({ field }) => field === question)?.value ?? ''
  const { record, state } = other
  return {
    title: ctx.t('records.page.alike', { code: record.code, unit: unitName(ctx.campaign, record.unitCode), state }),
    page: `${kind.path}/${record.id}`,
    rows: [...questions].map(([question, label]) => ({
      label,
      own: said(own, question),
      other: said(other, question),
    })),
  }
}
