import type { Ctx } from '../../contract/feature.ts'
import type { Params } from '../../conversation/field.ts'
import type { AnswersOf } from '../../conversation/form.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { type nominationForm, reportFields } from './form.ts'
import { knownOf } from './known.ts'
import { nomineeIn } from './nominee.ts'
import type { SayingKind } from './seams.ts'
import { sketchOf } from './sketch.ts'

/** Keeps who a version is about, and what is counted or compared of it: a version still at the gate changes nothing outside. */
export async function keepNomination(
  ctx: Ctx,
  { id, version }: StoredRecord,
  answers: AnswersOf<typeof nominationForm.fields>,
  params: Params,
  registers: readonly SayingKind[],
): Promise<void> {
  const { isExemplary, cityTasks, unitTasks } = answers
  const nominee = nomineeIn(answers, params)
  const known = await knownOf(ctx, nominee, registers)
  await ctx.tx.nominationFact.create({
    data: {
      ...{ recordId: id, version, ...nominee },
      ...{ isExemplary: isExemplary ?? null, cityTasks: cityTasks ?? null, unitTasks: unitTasks ?? null },
      sketch: sketchOf(reportFields.map(field => answers[field] ?? '')),
      // Made of sentences and rows, which JSON holds as they are.
      known: known.map(({ text, rows }) => ({ text, rows: rows.map(row => ({ ...row })) })),
    },
  })
}
