import type { Ctx } from '../../contract/feature.ts'
import type { Params } from '../../conversation/field.ts'
import type { AnswersOf } from '../../conversation/form.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import type { initiativeForm } from './form.ts'
import { foldTitle } from './similar.ts'
import { relationChosen } from './similar-answer.ts'

/** Keeps what is compared of an initiative besides its answers, with every version that is handed in. */
export async function keepFact(
  { tx }: Ctx,
  { id }: StoredRecord,
  answers: AnswersOf<typeof initiativeForm.fields>,
  params: Params,
): Promise<void> {
  const fact = { titleFolded: foldTitle(answers.title), ...relationChosen(answers, params) }
  await tx.initiativeFact.upsert({ where: { recordId: id }, create: { recordId: id, ...fact }, update: fact })
}

/** «Nhân rộng SK-001 …», when it was said so before confirming. */
export async function relationOf({ tx, t }: Ctx, { id }: StoredRecord) {
  const fact = await tx.initiativeFact.findUnique({
    where: { recordId: id },
    select: { relation: true, related: { select: { code: true, title: true } } },
  })
  if (!fact?.relation || !fact.related) return []
  return [{ label: t('initiative.relation'), value: t(`initiative.relations.${fact.relation}`, fact.related) }]
}
