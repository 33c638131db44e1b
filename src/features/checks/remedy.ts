import { actingUnit, withFormer } from '../../campaign/acting-unit.ts'
import { unitName } from '../../campaign/names.ts'
import { unitsOffered } from '../../campaign/units-offered.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { defineForm } from '../../conversation/form.ts'
import { date } from '../../conversation/kinds/date.ts'
import { files } from '../../conversation/kinds/files.ts'
import { longText } from '../../conversation/kinds/text.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { reachOf } from '../../people/may.ts'
import { readPerson } from '../../people/read-person.ts'
import { formatDate } from '../../reading/format.ts'
import { beginRecord } from '../../records/begin.ts'
import { follow } from '../../records/follow.ts'
import { type AnyKind, anyKind, recordKind } from '../../records/kind.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { checkNamed, saidIn } from './found.ts'
import { check } from './kind.ts'
import { remedyRights } from './rights.ts'

const { write, approve, decide } = remedyRights
type Args = Readonly<Record<string, string>>

/**
 * What a unit has put right after a check (plan §9.7): begun from the notice or from what is owed, one to a check, through the head,
 * accepted by those who checked or by Phòng Nội vụ. The check goes with it.
 */
export const checkRemedy = recordKind({
  name: 'checkRemedy',
  letters: 'KS',
  path: 'khac-phuc-sau-kiem-tra',
  route: 'checkRemedy',
  table: 'check-remedies',
  form: defineForm({
    id: 'checkRemedy',
    version: 1,
    texts: 'checkRemedy.form',
    fields: {
      done: longText({ min: 5, max: 5_000 }),
      doneOn: date(),
      files: files({ optional: true }),
    },
    checks: [
      {
        field: 'doneOn',
        problem: ({ doneOn }, { today }) =>
          typeof doneOn === 'string' && typeof today === 'string' && doneOn > today ? { name: 'inFuture' } : null,
      },
    ],
  }),
  states: {
    NOT_SENT: { tone: 'neutral', handsIn: true },
    SENT: { tone: 'waiting', waits: ['accept'], counts: true },
    RETURNED: { tone: 'bad', handsIn: true },
    ACCEPTED: { tone: 'good', counts: true },
  },
  begins: 'NOT_SENT',
  handedIn: 'SENT',
  moves: {
    accept: { from: ['SENT'], to: 'ACCEPTED', right: decide, asks: 'nothing', tone: 'good' },
    return: { from: ['SENT', 'ACCEPTED'], to: 'RETURNED', right: decide, asks: 'return', tone: 'bad' },
  },
  rights: { write, approve, see: decide },
  key: ({ code }) => String(code),
  period: ({ code }) => String(code),
  // Who checked decides: it lies in that unit's field.
  topic: (_, { by }) => String(by ?? ''),
  agencies: ({ campaign, today }, topic) =>
    topic === '' ? [] : [topic, actingUnit(campaign, topic, today.toString())],
  topics: ({ campaign }) => unitsOffered(campaign).units.map(({ code, label }) => ({ value: code, label })),
  meets: ({ period }) => ({ kind: 'checkRemedy', check: period }),
  title: (_, { t }, { code, title }) => t('checkRemedy.titled', { code, title }),
  columns: ['done', 'doneOn'],
  more: foundInWords,
  next: ({ t }) => t('checkRemedy.next'),
  hooks: {
    afterHandIn: async (ctx, handed) => {
      for (const { record } of handed) await checkFollows(ctx, record)
    },
    afterMove: checkFollows,
  },
})

/** Where a check stands by its remedy; at the gate and sent back it is as if there were none. */
async function checkFollows(ctx: Ctx, remedy: StoredRecord): Promise<void> {
  const found = await checkNamed(ctx.tx, ctx.campaign.id, remedy.key ?? '')
  if (!found || !['FINDINGS_OPEN', 'REMEDIED', 'CLOSED'].includes(found.state)) return
  const isOut = remedy.version === remedy.passedVersion
  const state = !isOut || remedy.state === 'RETURNED' ? 'FINDINGS_OPEN' : goesTo[remedy.state]
  if (state === undefined || state === found.state) return
  await follow(ctx, anyKind(check), found.id, state, remedy.code)
  if (state === 'REMEDIED') await tellChecker(ctx, found, remedy)
}

const goesTo: Readonly<Record<string, string>> = { SENT: 'REMEDIED', ACCEPTED: 'CLOSED' }

/** Who recorded the result learns that there is something to look at. */
async function tellChecker(ctx: Ctx, found: StoredRecord, remedy: StoredRecord): Promise<void> {
  const person = await readPerson(ctx.tx, found.authorId, ctx.today)
  if (!person) return
  const t = ctx.texts(person.locale)
  const unit = unitName(ctx.campaign, remedy.unitCode)
  const message = { text: t('check.told.remedied', { unit, code: found.code }), words: [t('records.open')] }
  const go = [{ to: 'record.show', args: { kind: checkRemedy.name, id: remedy.id } }]
  const dedupeKey = `check:remedied:${remedy.id}:${remedy.version}:${person.id}`
  const notice = { dedupeKey, kind: 'NOTICE' as const, campaign: ctx.campaign, message, go }
  await enqueueTo(ctx.tx, person.id, notice, ctx.now)
}

/** What the check had found, and until when it was to be put right. */
async function foundInWords(ctx: Ctx, { key }: StoredRecord) {
  const found = await checkNamed(ctx.tx, ctx.campaign.id, key ?? '')
  if (!found) return []
  const { findings, remedyBy } = await saidIn(ctx.tx, found)
  if (findings === null || remedyBy === null) return []
  return [
    { label: ctx.t('check.form.findings.label'), value: findings },
    { label: ctx.t('check.form.remedyBy.label'), value: formatDate(remedyBy) },
  ]
}

/** Begun for one check of the person's unit; the questions stand below what was found. Where none is named, the open ones are asked for. */
export async function beginRemedy(ctx: Ctx, kind: AnyKind, { code }: Args): Promise<Outcome> {
  if (code !== undefined) return beginFor(ctx, kind, code)
  const open = await openChecks(ctx)
  const [only, ...others] = open
  if (!only) return { text: ctx.t('checkRemedy.nothing') }
  if (others.length === 0) return beginFor(ctx, kind, only.code)
  const choices = open.map(one => ({
    label: `${one.code} ${one.title}`,
    go: { to: kind.route, args: { code: one.code } },
  }))
  return { text: ctx.t('checkRemedy.which'), choices }
}

/** Checks of the person's units with something to be put right. */
function openChecks({ tx, campaign, person, today }: Ctx) {
  const units = withFormer(campaign, reachOf(person, write).units, today.toString())
  const where = { campaignId: campaign.id, kind: check.name, state: 'FINDINGS_OPEN', topic: { in: [...units] } }
  return tx.record.findMany({ where, select: { code: true, title: true }, orderBy: { number: 'asc' }, take: 8 })
}

async function beginFor(ctx: Ctx, kind: AnyKind, code: string): Promise<Outcome> {
  const found = await checkNamed(ctx.tx, ctx.campaign.id, code)
  const said = found && (await saidIn(ctx.tx, found))
  if (!found || !said || said.findings === null) return { text: ctx.t('checkRemedy.none') }
  const unit = actingUnit(ctx.campaign, said.concerns, ctx.today.toString())
  const known = { code: found.code, title: said.content, by: found.unitCode }
  const shown = {
    findings: said.findings,
    due: formatDate(said.remedyBy ?? ''),
    who: unitName(ctx.campaign, found.unitCode),
  }
  return beginRecord(ctx, kind, { ...known, ...shown, unit })
}
