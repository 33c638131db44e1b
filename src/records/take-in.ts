import { codeOf } from '../campaign/code.ts'
import { takesNew } from '../campaign/states.ts'
import type { Ctx, Outcome, Submission } from '../contract/feature.ts'
import { notTakenInWords } from '../contract/not-taken.ts'
import type { Answers, Params } from '../conversation/field.ts'
import type { Form } from '../conversation/form.ts'
import { givingRole, may } from '../people/may.ts'
import { fold } from '../reading/text.ts'
import type { Prisma, Record as StoredRecord } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import { filesIn, kept } from './answers.ts'
import { settleDuties } from './duty.ts'
import { type AnyKind, correcting, type Handed, handedInOf, waitsFor } from './kind.ts'
import { alreadyIn, overtaken } from './receipt.ts'
import { lockPresent, nextNumber } from './store.ts'
import { writeMoves } from './write.ts'

/** A confirmed form. `typed`: the words of the answers, by question. */
export interface Confirmed extends Submission<Answers> {
  form: Form
  typed: ReadonlyMap<string, string>
}

/** What was taken in, and whether it waits for the head; or what is said instead. */
export type TakenIn = { record: StoredRecord; isWithHead: boolean; params: Params } | { instead: Outcome }

/**
 * Takes confirmed forms in, each a record of its own, in one transaction: a version that nothing overwrites, the head's gate where
 * there is one, the duty met or with the head and its reminders stopped; each table is written once for all of them. Nobody is
 * told yet: that is the caller's, once for all that is handed in together. When somebody else has handed in meanwhile, the person
 * is told what and asked again; both versions stay. What came of each, in their order.
 *
 * A form of a record is started with `unit`, `record` (the one that is corrected, or null) and `basedOn` (the version that the person
 * had before them, 0: none).
 */
export async function takeIn(ctx: Ctx, kind: AnyKind, all: readonly Confirmed[]): Promise<TakenIn[]> {
  const asked = await present(ctx, kind, all)
  const refused = new Map<Asked, Outcome>()
  for (const one of asked) {
    const instead = await refusedAs(ctx, kind, one)
    if (instead) refused.set(one, instead)
  }
  const open = asked.filter(one => !refused.has(one))
  const said = (await kind.hooks?.beforeHandIn?.(ctx, open)) ?? []
  for (const [at, one] of open.entries()) {
    const instead = said[at]
    if (instead) refused.set(one, instead)
  }
  const taken = await write(
    ctx,
    kind,
    await contentsOf(
      ctx,
      kind,
      open.filter(one => !refused.has(one)),
    ),
  )
  return asked.map(one => taken.get(one) ?? { instead: refused.get(one) ?? { text: '' } })
}

/** A confirmed form beside the record that it corrects, if there is one. */
interface Asked extends Confirmed {
  before: StoredRecord | null
  unitCode: string
  key: string | null
  authorId: string
}

/** A record that went on with another unit keeps the key it began with: what names its record goes by that. */
async function present(ctx: Ctx, kind: AnyKind, all: readonly Confirmed[]): Promise<Asked[]> {
  const started: (Confirmed & { key: string | null; id: string | null })[] = []
  for (const one of all) {
    const params = (await kind.started?.(ctx, one.params)) ?? one.params
    const id = typeof params.record === 'string' ? params.record : null
    started.push({ ...one, params, key: kind.key?.(params) ?? null, id })
  }
  const found = await lockPresent(ctx.tx, ctx.campaign.id, kind.name, started)
  const asked: Asked[] = []
  for (const { id, key, ...one } of started) {
    const before = found.find(record => (id === null ? key !== null && record.key === key : record.id === id)) ?? null
    const authorId = before?.authorId ?? ctx.person.id
    const answers = kind.over ? await kind.over(ctx, before, one.answers, one.params) : one.answers
    asked.push({ ...one, answers, key, before, unitCode: String(one.params.unit), authorId })
  }
  return asked
}

async function refusedAs(
  ctx: Ctx,
  kind: AnyKind,
  { before, unitCode, authorId, ...one }: Asked,
): Promise<Outcome | null> {
  if (!may(ctx.person, rightTo(kind, before), { unitCode, authorId })) return { text: ctx.t('records.notAllowed') }
  if (!before)
    return takesNew(ctx.campaign, ctx.sentAt)
      ? null
      : { text: notTakenInWords(ctx.t, ctx.campaign, ctx.today.toString()) }
  if (!kind.states[before.state]?.handsIn) return alreadyIn(ctx, kind, before)
  return !kind.over && before.version > Number(one.params.basedOn ?? 0) ? overtaken(ctx, kind, before, one) : null
}

function rightTo(kind: AnyKind, before: StoredRecord | null) {
  return before ? correcting(kind) : kind.rights.write
}

/** What of it becomes the record. */
interface Content {
  of: Asked
  data: Prisma.RecordCreateManyInput
  passes: boolean
}

async function contentsOf(ctx: Ctx, kind: AnyKind, open: readonly Asked[]): Promise<Content[]> {
  const { approve } = kind.rights
  let number = open.some(({ before }) => before === null) ? await nextNumber(ctx.tx, ctx.campaign.id, kind) : 0
  const contents: Content[] = []
  for (const of of open) {
    const { before, answers, params, unitCode, authorId } = of
    const passes = approve === undefined || (!kind.isAlwaysGated && may(ctx.person, approve, { unitCode }))
    const topic = kind.topic?.(answers, params) ?? ''
    const state = passes ? handedInOf(kind, topic) : (before?.state ?? kind.begins)
    const version = (before?.version ?? 0) + 1
    const own = before ?? begun(ctx, kind, of, number++)
    const title = kind.title(answers, ctx, params)
    const words = [own.code, title, kind.searched?.(answers, params) ?? '', await authorSearched(ctx, kind, authorId)]
    const data = {
      ...own,
      state,
      waitsFor: passes ? waitsFor(kind, state) : approve.name,
      version,
      passedVersion: passes ? version : (before?.passedVersion ?? 0),
      // A person's own work stays theirs, whoever corrects it.
      authorId: kind.rights.edit ? authorId : ctx.person.id,
      title,
      topic,
      period: kind.period?.(params) ?? '',
      searchText: fold(words.join(' ')),
      sentAt: ctx.sentAt,
    }
    contents.push({ of, data, passes })
  }
  return contents
}

function begun(ctx: Ctx, kind: AnyKind, { unitCode, key }: Asked, number: number) {
  const code = codeOf(ctx.campaign, kind.letters, number)
  const place = { kind: kind.name, campaignId: ctx.campaign.id, unitCode, key, number, code }
  return { id: newId(ctx.now), ...place, receivedAt: ctx.now }
}

/** A person's own work is found by its author's name, too. */
async function authorSearched(ctx: Ctx, kind: AnyKind, id: string): Promise<string> {
  if (!kind.rights.edit) return ''
  const author = await ctx.tx.person.findUnique({ where: { id }, select: { fullName: true } })
  return author?.fullName ?? ''
}

async function write(ctx: Ctx, kind: AnyKind, contents: readonly Content[]): Promise<ReadonlyMap<Asked, TakenIn>> {
  if (contents.length === 0) return new Map()
  const fresh = contents.filter(({ of }) => of.before === null).map(({ data }) => data)
  const records = fresh.length === 0 ? [] : await ctx.tx.record.createManyAndReturn({ data: fresh })
  for (const { of, data } of contents)
    if (of.before) records.push(await ctx.tx.record.update({ where: { id: of.before.id }, data }))
  const byId = new Map(records.map(record => [record.id, record]))
  const written = contents.flatMap(({ of, data, passes }) => {
    const record = byId.get(data.id)
    return record ? [{ of, passes, record }] : []
  })
  await ctx.tx.recordVersion.createMany({ data: written.map(one => versionOf(ctx, kind, one)) })
  await writeMoves(
    ctx,
    written.map(({ of: { before, unitCode, authorId, answers }, record: after }) => ({
      ...{ before, after, action: 'handIn', right: rightTo(kind, before), subject: { unitCode, authorId } },
      reason: kind.because?.(answers) ?? '',
    })),
  )
  const late = await settleDuties(ctx, kind, [...byId.values()], ctx.sentAt)
  const settled = await marked(
    ctx,
    written.map(one => ({ ...one, isNewlyLate: late.has(one.record.id) && !one.of.before?.passedVersion })),
  )
  const handed: Handed[] = settled.map(({ of, record }) => ({ ...of, record }))
  await kind.hooks?.afterHandIn?.(ctx, handed)
  return new Map(
    settled.map(({ of, record, passes }) => [of, { record, isWithHead: !passes, params: of.params }] as const),
  )
}

interface Written {
  of: Asked
  record: StoredRecord
  passes: boolean
}

/** Late is judged once, by what first reached the office: a correction does not make it late, nor timely. */
export function markLate(ctx: Ctx, { id }: StoredRecord): Promise<StoredRecord> {
  return ctx.tx.record.update({ where: { id }, data: { isLate: true } })
}

async function marked(ctx: Ctx, written: readonly (Written & { isNewlyLate: boolean })[]): Promise<Written[]> {
  const late = written.filter(({ isNewlyLate }) => isNewlyLate).map(({ record }) => record.id)
  if (late.length > 0) await ctx.tx.record.updateMany({ where: { id: { in: late } }, data: { isLate: true } })
  return written.map(({ isNewlyLate, ...one }) =>
    isNewlyLate ? { ...one, record: { ...one.record, isLate: true } } : one,
  )
}

function versionOf(ctx: Ctx, kind: AnyKind, { of, record, passes }: Written): Prisma.RecordVersionCreateManyInput {
  const { form, answers, params, typed, draftId, before, unitCode, authorId } = of
  const held = givingRole(ctx.person, rightTo(kind, before), { unitCode, authorId })
  return {
    recordId: record.id,
    version: record.version,
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
}
