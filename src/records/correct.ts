import type { Ctx, Outcome } from '../contract/feature.ts'
import { review } from '../conversation/draft.ts'
import type { Json } from '../conversation/field.ts'
import { fieldOf, relevantFields } from '../conversation/form.ts'
import { may } from '../people/may.ts'
import { Prisma, type RecordMove, type RecordVersion, type Record as StoredRecord } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import { answersOf, formOf, type KeptAnswers } from './answers.ts'
import { type AnyKind, correcting } from './kind.ts'
import { lastMove, subjectOf } from './move.ts'
import { isAtGate } from './seeing.ts'
import { findRecord, versionOf } from './store.ts'
import type { Mark } from './write.ts'

/** Whether this person may hand the record in again as it stands. */
export function mayCorrect(ctx: Ctx, kind: AnyKind, record: StoredRecord): boolean {
  const isOpen = kind.states[record.state]?.handsIn === true && !isAtGate(kind, record)
  return isOpen && may(ctx.person, correcting(kind), subjectOf(ctx, kind, record))
}

/**
 * Opens a returned record for its correction: a draft that holds everything answered. Only the marked questions are asked, under
 * their own numbers, each with the reason why it came back; without marks it stands at the summary. A second press goes on with
 * the same draft.
 */
export async function correctRecord(ctx: Ctx, kind: AnyKind, id: string): Promise<Outcome> {
  const record = await findRecord(ctx.tx, ctx.campaign.id, kind.name, id)
  if (!record || !mayCorrect(ctx, kind, record)) return { text: ctx.t('records.notCorrectable') }
  const key = record.key ?? `correct:${id}`
  const version = await versionOf(ctx.tx, record.id, record.version)
  const form = formOf(kind, version)
  const open = await ctx.tx.draft.findFirst({
    where: { ...{ personId: ctx.person.id, campaignId: ctx.campaign.id }, form: form.id, key, state: 'OPEN' },
    select: { id: true, params: true },
  })
  const isOfThis = (open?.params as { basedOn?: number } | null)?.basedOn === record.version
  if (open && isOfThis) return { resume: open.id }
  if (open) await ctx.tx.draft.update({ where: { id: open.id }, data: { state: 'CANCELLED', updatedAt: ctx.now } })
  return { resume: await draftOf(ctx, kind, record, version, key) }
}

async function draftOf(
  ctx: Ctx,
  kind: AnyKind,
  record: StoredRecord,
  version: RecordVersion,
  key: string,
): Promise<string> {
  const id = newId(ctx.now)
  // A version of an older form is corrected in the present one.
  const form = kind.otherForms?.find(one => one.id === version.form) ?? kind.form
  const before = await ctx.tx.draft.findUnique({ where: { id: version.draftId }, select: { params: true } })
  const last = await lastMove(ctx.tx, record.id)
  const marks = marksOf(last).filter(({ field }) => field in form.fields)
  // Of what came back as a whole, the reason stands above the summary.
  const ofTheWhole = marks.length === 0 && last?.reason && last.action !== 'handIn' ? { [review]: last.reason } : {}
  const answers = version.answers as unknown as KeptAnswers
  const marked = marks.map(({ field }) => field)
  // Files stay, to be added to or taken away one by one; everything else that is marked is asked anew.
  const isFiles = (name: string) => fieldOf(form, name).kind === 'files'
  const isOpen = (name: string) => marked.includes(name) && !isFiles(name)
  // A part of the form whose turn has come.
  const isNew = (name: string) => !(name in answers)
  const params = {
    ...((before?.params ?? {}) as Prisma.JsonObject),
    ...(await kind.correctedWith?.(ctx, record)),
    unit: record.unitCode,
    about: record.code,
    record: record.id,
    basedOn: record.version,
    // Shown above the question: why it came back, and what was answered before.
    notes: { ...ofTheWhole, ...Object.fromEntries(marks.map(mark => [mark.field, mark.reason])) },
    before: Object.fromEntries(marked.filter(isOpen).flatMap(field => beforeOf(answers, field))),
  }
  const asked = relevantFields(form, answersOf(kind, version), params)
  await ctx.tx.draft.create({
    data: {
      id,
      personId: ctx.person.id,
      campaignId: ctx.campaign.id,
      form: form.id,
      formVersion: form.version,
      key,
      params,
      position: marked.find(isFiles) ?? asked.find(isOpen) ?? asked.find(isNew) ?? review,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      answers: {
        create: Object.entries(answers)
          .filter(([field]) => asked.includes(field) && !isOpen(field))
          .map(([field, { value, typed }]) => ({
            field,
            value: value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue),
            typed,
            at: ctx.now,
          })),
      },
    },
  })
  return id
}

/** The questions that the last return named. */
export function marksOf(move: RecordMove | null): readonly Mark[] {
  // Written by `writeMove` and by nothing else.
  return (move?.marks as unknown as Mark[] | null) ?? []
}

function beforeOf(answers: KeptAnswers, field: string): [string, Json][] {
  const answer = answers[field]
  return answer && answer.value !== null ? [[field, answer.value]] : []
}
