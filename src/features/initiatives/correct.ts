import type { Ctx, Outcome } from '../../contract/feature.ts'
import type { Initiative } from '../../store/generated/client.ts'
import { Prisma } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import { initiativeForm } from './form.ts'
import { mayCorrect } from './rules.ts'
import { findInitiative } from './store.ts'

/**
 * Opens a returned form for its correction: a draft that holds everything already answered and stands at the summary, so
 * that only what was wrong is typed again. A second press goes on with the same draft.
 */
export async function correctInitiative(ctx: Ctx, id: string): Promise<Outcome> {
  const initiative = await findInitiative(ctx.tx, ctx.campaign.id, id)
  if (!initiative || !mayCorrect(ctx.person, initiative)) return { text: ctx.t('initiatives.notCorrectable') }
  const key = `correct:${id}`
  const open = await ctx.tx.draft.findFirst({
    where: { personId: ctx.person.id, form: initiativeForm.id, key, state: 'OPEN' },
    select: { id: true },
  })
  return { resume: open?.id ?? (await draftOf(ctx, initiative, key)) }
}

async function draftOf(ctx: Ctx, initiative: Initiative, key: string): Promise<string> {
  const id = newId(ctx.now)
  const answers = await answersOf(ctx, initiative)
  await ctx.tx.draft.create({
    data: {
      id,
      personId: ctx.person.id,
      form: initiativeForm.id,
      formVersion: initiativeForm.version,
      key,
      params: {
        unit: initiative.unitCode,
        about: initiative.code,
        correcting: initiative.id,
        similar: [],
        similarList: '',
      },
      position: 'review',
      createdAt: ctx.now,
      updatedAt: ctx.now,
      answers: {
        create: Object.entries(answers).map(([field, value]) => ({ field, value, typed: '', at: ctx.now })),
      },
    },
  })
  return id
}

/** The record as answers of the form; what was skipped stays skipped. */
async function answersOf(ctx: Ctx, initiative: Initiative) {
  const { title, kind, parField, problem, content, novelty, scope, startsOn, expected, selfCheck } = initiative
  const files = await ctx.tx.storedFile.findMany({
    where: { id: { in: initiative.fileIds } },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  })
  const coAuthors = initiative.coAuthors as Prisma.InputJsonArray
  return {
    ...{ title, kind, parField, problem, content, novelty, scope, startsOn, expected, selfCheck },
    coAuthors: coAuthors.length > 0 ? coAuthors : Prisma.DbNull,
    files: files.length > 0 ? files : Prisma.DbNull,
  }
}
