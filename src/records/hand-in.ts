import type { Ctx, Outcome, Submission } from '../contract/feature.ts'
import type { Answers, Params } from '../conversation/field.ts'
import type { Form } from '../conversation/form.ts'
import { may } from '../people/may.ts'
import { fold } from '../reading/text.ts'
import type { Prisma, Record as StoredRecord } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import { filesIn, kept } from './answers.ts'
import { settleDuty } from './duty.ts'
import { type AnyKind, correcting, handedInOf, waitsFor } from './kind.ts'
import { alreadyIn, overtaken, receipt } from './receipt.ts'
import { lockKey, lockRecord, nextNumber } from './store.ts'
import { tellGate } from './tell.ts'
import { writeMove } from './write.ts'

/**
 * Takes a confirmed form in and tells the heads for whom it waits: see `takeIn`.
 */
export async function handInRecord(
  ctx: Ctx,
  kind: AnyKind,
  form: Form,
  submission: Submission<Answers>,
): Promise<Outcome> {
  const { draftId } = submission
  const rows = await ctx.tx.answer.findMany({ where: { draftId }, select: { field: true, typed: true } })
  const typed = new Map(rows.map(row => [row.field, row.typed]))
  const taken = await takeIn(ctx, kind, form, submission, typed)
  if ('instead' in taken) return taken.instead
  const { record, isWithHead, params } = taken
  const heads = isWithHead ? await tellGate(ctx, kind, record) : null
  const known = { ...submission, params }
  return kind.receipt?.(ctx, record, heads, known) ?? receipt(ctx, kind, record, heads)
}

/** What was taken in, and whether it waits for the head; or what is said instead. */
export type TakenIn = { record: StoredRecord; isWithHead: boolean; params: Params } | { instead: Outcome }

/**
 * Takes a confirmed form in, in one transaction: a version that nothing overwrites, the head's gate where there is one, the duty
 * met or with the head and its reminders stopped. Nobody is told yet: that is the caller's, once for all that is handed in together.
 * When somebody else has handed in meanwhile, the person is told what and asked again; both versions stay.
 *
 * A form of a record is started with `unit`, `record` (the one that is corrected, or null) and `basedOn` (the version that the person
 * had before them, 0: none). `typed`: the words of the answers, by question.
 */
export async function takeIn(
  ctx: Ctx,
  kind: AnyKind,
  form: Form,
  { answers, params: startedWith, draftId }: Submission<Answers>,
  typed: ReadonlyMap<string, string>,
): Promise<TakenIn> {
  const params = (await kind.started?.(ctx, startedWith)) ?? startedWith
  const unitCode = String(params.unit)
  const key = kind.key?.(params) ?? null
  const before = await present(ctx, kind, params, key)
  const authorId = before?.authorId ?? ctx.person.id
  const right = before ? correcting(kind) : kind.rights.write
  if (!may(ctx.person, right, { unitCode, authorId })) return { instead: { text: ctx.t('records.notAllowed') } }
  if (before && !kind.states[before.state]?.handsIn) return { instead: alreadyIn(ctx, kind, before) }
  if (before && before.version > Number(params.basedOn ?? 0))
    return { instead: await overtaken(ctx, kind, before, { form, answers, params }) }
  const instead = await kind.hooks?.beforeHandIn?.(ctx, answers, params)
  if (instead) return { instead }

  const { approve } = kind.rights
  const passes = approve === undefined || (!kind.isAlwaysGated && may(ctx.person, approve, { unitCode }))
  const topic = kind.topic?.(answers, params) ?? ''
  const state = passes ? handedInOf(kind, topic) : (before?.state ?? kind.begins)
  const version = (before?.version ?? 0) + 1
  const number = before?.number ?? (await nextNumber(ctx.tx, ctx.campaign.id, kind))
  const code = before?.code ?? `${kind.letters}-${String(number).padStart(3, '0')}`
  const title = kind.title(answers, ctx, params)
  const content = {
    state,
    waitsFor: passes ? waitsFor(kind, state) : approve.name,
    version,
    passedVersion: passes ? version : (before?.passedVersion ?? 0),
    // A person's own work stays theirs, whoever corrects it.
    authorId: kind.rights.edit ? authorId : ctx.person.id,
    title,
    topic,
    period: kind.period?.(params) ?? '',
    searchText: fold(
      [code, title, kind.searched?.(answers, params) ?? '', await authorSearched(ctx, kind, authorId)].join(' '),
    ),
    sentAt: ctx.sentAt,
  }
  const record = before
    ? await ctx.tx.record.update({ where: { id: before.id }, data: content })
    : await ctx.tx.record.create({ data: { ...begun(ctx, kind, unitCode, key), number, code, ...content } })
  await keepVersion(ctx, form, record, { answers, params, draftId }, { typed, passes })
  const subject = { unitCode, authorId }
  const reason = kind.because?.(answers) ?? ''
  await writeMove(ctx, before, record, { action: 'handIn', right, subject, reason })
  const isLate = await settleDuty(ctx, kind, record, ctx.sentAt)
  const settled = isLate && !before?.passedVersion ? await markLate(ctx, record) : record
  await kind.hooks?.afterHandIn?.(ctx, settled, answers, params)
  return { record: settled, isWithHead: !passes, params }
}

function present(ctx: Ctx, kind: AnyKind, params: Params, key: string | null): Promise<StoredRecord | null> {
  // A record that went on with another unit keeps the key it began with.
  if (typeof params.record === 'string') return lockRecord(ctx.tx, ctx.campaign.id, params.record)
  return key === null ? Promise.resolve(null) : lockKey(ctx.tx, ctx.campaign.id, kind.name, key)
}

/** A person's own work is found by its author's name, too. */
async function authorSearched(ctx: Ctx, kind: AnyKind, id: string): Promise<string> {
  if (!kind.rights.edit) return ''
  const author = await ctx.tx.person.findUnique({ where: { id }, select: { fullName: true } })
  return author?.fullName ?? ''
}

function begun(ctx: Ctx, kind: AnyKind, unitCode: string, key: string | null) {
  return { id: newId(ctx.now), kind: kind.name, campaignId: ctx.campaign.id, unitCode, key, receivedAt: ctx.now }
}

/** Late is judged once, by what first reached the office: a correction does not make it late, nor timely. */
export function markLate(ctx: Ctx, { id }: StoredRecord): Promise<StoredRecord> {
  return ctx.tx.record.update({ where: { id }, data: { isLate: true } })
}

async function keepVersion(
  ctx: Ctx,
  form: Form,
  { id, version, unitCode }: StoredRecord,
  { answers, params, draftId }: Submission<Answers>,
  { typed, passes }: { typed: ReadonlyMap<string, string>; passes: boolean },
): Promise<void> {
  const held = ctx.person.roles.find(one => one.unitCode === unitCode)
  const data: Prisma.RecordVersionUncheckedCreateInput = {
    recordId: id,
    version,
    form: form.id,
    formVersion: form.version,
    answers: kept(form, answers, params, typed),
    fileIds: filesIn(form, answers),
    authorId: ctx.person.id,
    role: held?.role ?? 'GUEST',
    sentAt: ctx.sentAt,
    receivedAt: ctx.now,
    claimedAt: ctx.claimedAt,
    passedAt: passes ? ctx.now : null,
    draftId,
  }
  await ctx.tx.recordVersion.create({ data })
}
