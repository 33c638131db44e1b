import type { Ctx, Outcome, Submission } from '../../contract/feature.ts'
import { type ThreeTimes, timesNow } from '../../contract/three-times.ts'
import type { AnswersOf } from '../../conversation/form.ts'
import { record } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import { handIn } from '../../records/meeting.ts'
import type { Initiative, InitiativeRelation } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import { actingRole } from './acting-role.ts'
import { storedCoAuthors } from './co-authors.ts'
import { type InitiativeParams, type initiativeForm, initiativeParams } from './form.ts'
import { mayCorrect } from './rules.ts'
import { receipt } from './screens.ts'
import { foldTitle } from './similar.ts'
import { findInitiative, nextCode } from './store.ts'

type InitiativeAnswers = AnswersOf<typeof initiativeForm.fields>

/**
 * Registers the confirmed form, or puts a returned one back with its corrections. Meets the duty of plan C15 in the same
 * transaction. A confirmed duplicate leaves no record.
 */
export async function submitInitiative(ctx: Ctx, submission: Submission<InitiativeAnswers>): Promise<Outcome> {
  const { answers, draftId } = submission
  const params = initiativeParams(submission.params)
  const similar = chosenSimilar(answers, params)
  if (similar === 'duplicate') {
    return {
      text: ctx.t('initiatives.duplicate'),
      choices: [{ label: ctx.t('initiatives.toMine'), go: { to: 'initiatives.mine' } }],
    }
  }
  const data = { ...contentOf(answers), ...relationOf(similar), ...timesNow(ctx), draftId, updatedAt: ctx.now }
  return params.correcting === null ? register(ctx, params.unit, data) : registerAgain(ctx, params.correcting, data)
}

type Content = ReturnType<typeof contentOf> &
  ReturnType<typeof relationOf> &
  ThreeTimes & { draftId: string; updatedAt: Date }

async function register(ctx: Ctx, unitCode: string, content: Content): Promise<Outcome> {
  if (!may(ctx.person, 'initiative.register', { unitCode })) return { text: ctx.t('initiatives.notMember') }
  const handed = await meet(ctx, unitCode)
  const initiative = await ctx.tx.initiative.create({
    data: {
      id: newId(ctx.now),
      campaignId: ctx.campaign.id,
      unitCode,
      code: await nextCode(ctx.tx, ctx.campaign.id),
      state: 'REGISTERED',
      isLate: handed.isLate,
      authorId: ctx.person.id,
      registeredAt: ctx.now,
      ...content,
    },
  })
  await write(ctx, initiative, 'initiative.register', 'DRAFT')
  return receipt(ctx, initiative)
}

async function registerAgain(ctx: Ctx, id: string, content: Content): Promise<Outcome> {
  const before = await findInitiative(ctx.tx, ctx.campaign.id, id)
  if (!before || !mayCorrect(ctx.person, before)) return { text: ctx.t('initiatives.notCorrectable') }
  const { count } = await ctx.tx.initiative.updateMany({
    where: { id, state: 'DRAFT' },
    data: { ...content, state: 'REGISTERED', receivedAt: null },
  })
  if (count !== 1) return { text: ctx.t('initiatives.notCorrectable') }
  await meet(ctx, before.unitCode)
  await write(ctx, before, 'initiative.resubmit', before.state)
  return receipt(ctx, { ...before, title: content.title })
}

function meet(ctx: Ctx, unitCode: string) {
  return handIn(ctx.tx, ctx.campaign, { unitCode, item: { kind: 'initiative' }, stage: 'MET' }, ctx.now, ctx.sentOn)
}

function write(ctx: Ctx, { id, unitCode, authorId }: Initiative, action: string, from: string): Promise<void> {
  const actorRole = actingRole(ctx.person, 'initiative.register', { unitCode, authorId })
  const entry = { actorId: ctx.person.id, actorRole, action, subjectType: 'initiative', subjectId: id } as const
  return record(ctx.tx, { ...entry, from, to: 'REGISTERED' }, ctx.now)
}

function contentOf(answers: InitiativeAnswers) {
  const { title, kind, parField, problem, content, novelty, scope, startsOn, expected, selfCheck } = answers
  return {
    ...{ title, titleFolded: foldTitle(title), kind, parField, problem, content, novelty, scope, startsOn, expected },
    selfCheck: [...selfCheck],
    coAuthors: storedCoAuthors(answers.coAuthors),
    fileIds: (answers.files ?? []).map(file => file.id),
  }
}

/** The answer about similar titles, when the question still stands. */
function chosenSimilar(answers: InitiativeAnswers, params: InitiativeParams): string | null {
  const answer = answers.similar ?? null
  return params.similar.some(option => option.code === answer) ? answer : null
}

function relationOf(similar: string | null): { relation: InitiativeRelation | null; relatedId: string | null } {
  const [relation, relatedId] = similar?.split(':') ?? []
  if (relation === 'inherits' && relatedId) return { relation: 'INHERITS', relatedId }
  if (relation === 'replicates' && relatedId) return { relation: 'REPLICATES', relatedId }
  return { relation: null, relatedId: null }
}
