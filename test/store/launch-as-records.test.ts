import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launching } from '../../src/features/launch/feature.ts'
import { answersOf } from '../../src/records/answers.ts'
import { databaseOver } from '../../src/store/embedded.ts'
import { migrate } from '../../src/store/migrate.ts'
import { readMigrations } from '../../src/store/migrations.ts'
import { type Store, storeOver } from '../../src/store/open.ts'
import { emptyDatabase } from '../support/embedded-image.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [campaign, clerk, head, officer] = [id(1), id(11), id(12), id(13)]
/** With the head for the first time, waiting for the office, returned, accepted late, returned and with the head again. */
const [withHead, sent, returned, accepted, again] = [id(21), id(22), id(23), id(24), id(25)]
const file = id(31)
const [draftOfSent, openNew, openCorrection, openReason] = [id(41), id(42), id(43), id(44)]
const units = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6']

function document(which: string, unit: string, state: string, isWaiting: boolean, more: Record<string, string> = {}) {
  const columns: Record<string, string> = {
    ...{ id: `'${which}'`, campaign_id: `'${campaign}'`, unit_code: `'${unit}'`, state: `'${state}'` },
    ...{ awaiting_head: String(isWaiting), number: `'12/KH-UBND'`, signed_on: `'2024-03-18'`, file_ids: `'{${file}}'` },
    ...{
      note: `'Bổ sung mục III'`,
      sender_id: `'${clerk}'`,
      draft_id: `'${id(40)}'`,
      updated_at: `'2024-03-21T02:00:00Z'`,
    },
    ...more,
  }
  return `INSERT INTO launch_document (${Object.keys(columns).join(', ')}) VALUES (${Object.values(columns).join(', ')});`
}

let audits = 0
function audit(subject: string, by: string, role: string, action: string, from: string, to: string, reason = '') {
  audits += 1
  const at = `2024-03-21T02:00:${String(audits).padStart(2, '0')}Z`
  return `INSERT INTO audit (id, at, actor_id, actor_role, action, subject_type, subject_id, "from", "to", reason) VALUES
    ('${id(100 + audits)}', '${at}', '${by}', '${role}', 'launch.${action}', 'launch-document', '${subject}', '${from}', '${to}',
    ${reason ? `'${reason}'` : 'NULL'});`
}

function draft(which: string, form: string, key: string, params: object, state = 'OPEN') {
  return `INSERT INTO draft (id, person_id, form, form_version, key, params, position, state, created_at, updated_at) VALUES
    ('${which}', '${clerk}', '${form}', 1, '${key}', '${JSON.stringify(params)}', 'number', '${state}', now(), now());`
}

const season = [
  ...units.map(
    unit => `INSERT INTO unit (code, name, name_folded, kind) VALUES ('${unit}', 'UBND phường ${unit}', 'x', 'ward');`,
  ),
  `INSERT INTO campaign (id, code, year, name, starts_on, ends_on, plan, plan_hash, loaded_at, is_active) VALUES ('${campaign}', 'T', 2024, 'T',
    '2024-03-15', '2024-12-31', '{"duties": [{"code": "D02", "metBy": {"kind": "launchDocument"}}]}', 'h', now(), true);`,
  ...[clerk, head, officer].map(
    (one, nth) =>
      `INSERT INTO person (id, full_name, given_name, created_at) VALUES ('${one}', 'Người Thử ${nth}', 'Thử', now());`,
  ),
  `INSERT INTO stored_file (id, name, state, channel, created_at) VALUES ('${file}', 'ke-hoach.pdf', 'STORED', 'web', now());`,
  draft(draftOfSent, 'launch', 'P2', { unit: 'P2' }, 'SUBMITTED'),
  `INSERT INTO answer (draft_id, field, value, typed, at) VALUES ('${draftOfSent}', 'signedOn', '"2024-03-18"', '18/3', now());`,
  document(withHead, 'P1', 'NOT_SENT', true),
  document(sent, 'P2', 'SENT', false, {
    sent_at: `'2024-03-20T02:00:00Z'`,
    draft_id: `'${draftOfSent}'`,
    person_sent_at: `'2024-03-20T01:59:00Z'`,
    taken_in_at: `'2024-03-20T02:00:00Z'`,
  }),
  document(returned, 'P3', 'RETURNED', false, { sent_at: `'2024-03-20T03:00:00Z'` }),
  document(accepted, 'P4', 'ACCEPTED', false, { sent_at: `'2024-04-02T03:00:00Z'`, is_late: 'true' }),
  document(again, 'P5', 'RETURNED', true, { sent_at: `'2024-03-20T04:00:00Z'` }),
  audit(withHead, clerk, 'CLERK', 'handIn', 'NOT_SENT', 'AWAITING_HEAD'),
  audit(sent, head, 'HEAD', 'handIn', 'NOT_SENT', 'SENT'),
  audit(returned, clerk, 'CLERK', 'handIn', 'NOT_SENT', 'AWAITING_HEAD'),
  audit(returned, head, 'HEAD', 'approve', 'NOT_SENT', 'SENT'),
  audit(returned, officer, 'PNV', 'return', 'SENT', 'RETURNED', 'Chưa nêu chỉ tiêu'),
  audit(accepted, officer, 'PNV', 'accept', 'SENT', 'ACCEPTED'),
  ...units.map(
    (
      unit,
      nth,
    ) => `INSERT INTO obligation (id, campaign_id, unit_code, duty_code, due_on, opens_on, remind_by, targets, state) VALUES
    ('${id(50 + nth)}', '${campaign}', '${unit}', 'D02', '2024-03-31', '2024-03-15', '2024-03-29', '{}',
    '${['WITH_HEAD', 'MET', 'OPEN', 'MET', 'WITH_HEAD', 'OPEN'][nth]}');`,
  ),
  draft(openNew, 'launch', 'P6', { unit: 'P6', about: 'UBND phường P6' }),
  draft(openCorrection, 'launch', 'P3', { unit: 'P3', about: 'UBND phường P3' }),
  draft(openReason, 'launch.reason', `${sent}:return`, { id: sent, action: 'return' }),
]

describe('launch documents of a season that is under way become records', () => {
  let store: Store
  beforeAll(async () => {
    const database = await emptyDatabase()
    const opened = databaseOver(database)
    const all = await readMigrations()
    await migrate(
      opened.adapter,
      all.filter(({ name }) => name < '20261128019000'),
    )
    await database.exec(season.join('\n'))
    await migrate(opened.adapter, all)
    store = storeOver({ ...opened, appliedMigrations: [] }, 'embedded')
  })
  afterAll(() => store.close())

  const record = (which: string) =>
    store.prisma.record.findUniqueOrThrow({
      where: { id: which },
      include: { versions: true, moves: { orderBy: { seq: 'asc' } }, obligations: true },
    })

  it('under their ids, with state, gate, lateness and times', async () => {
    expect(await store.prisma.record.count()).toBe(5)
    const standing = async (which: string) => {
      const { state, waitsFor, passedVersion, key, isLate } = await record(which)
      return { state, waitsFor, passedVersion, key, isLate }
    }
    expect(await standing(withHead)).toEqual({
      ...{ state: 'NOT_SENT', waitsFor: 'launch.approve', passedVersion: 0, key: 'P1', isLate: false },
    })
    expect(await standing(sent)).toMatchObject({ state: 'SENT', waitsFor: 'launch.decide', passedVersion: 1 })
    expect(await standing(returned)).toMatchObject({ state: 'RETURNED', waitsFor: null, passedVersion: 1 })
    expect(await standing(accepted)).toMatchObject({ state: 'ACCEPTED', waitsFor: null, isLate: true })
    expect(await standing(again)).toMatchObject({ state: 'RETURNED', waitsFor: 'launch.approve', passedVersion: 0 })
    const times = { sentAt: new Date('2024-03-20T01:59:00Z'), receivedAt: new Date('2024-03-20T02:00:00Z') }
    expect(await record(sent)).toMatchObject(times)
  })

  it('with answers as the form reads them, what was typed, and files', async () => {
    const [version] = (await record(sent)).versions
    if (!version) throw new Error('no version')
    expect(answersOf(launching.record, version)).toEqual({
      files: [{ id: file, name: 'ke-hoach.pdf' }],
      ...{ number: '12/KH-UBND', signedOn: '2024-03-18', note: 'Bổ sung mục III' },
    })
    expect(version).toMatchObject({ fileIds: [file], role: 'HEAD', answers: { signedOn: { typed: '18/3' } } })
  })

  it('with everything that was done, once, and a way back of the last decision', async () => {
    const { moves } = await record(returned)
    expect(moves.map(({ action, byId, role, reason }) => [action, byId, role, reason])).toEqual([
      ['handIn', clerk, 'CLERK', null],
      ['approve', head, 'HEAD', null],
      ['return', officer, 'PNV', 'Chưa nêu chỉ tiêu'],
    ])
    expect(moves.at(-1)).toMatchObject({ from: 'SENT', waitedFor: 'launch.decide', passedBefore: 1 })
    expect(await store.prisma.audit.count()).toBe(0)
  })

  it('with the duties that they met', async () => {
    const duties = await store.prisma.obligation.findMany({ orderBy: { unitCode: 'asc' } })
    expect(duties.map(({ recordId }) => recordId)).toEqual([withHead, sent, null, accepted, again, null])
  })

  it('and the forms that are open go on where they are', async () => {
    const drafts = new Map((await store.prisma.draft.findMany()).map(one => [one.id, one]))
    expect(drafts.get(openNew)?.params).toMatchObject({ unit: 'P6', record: null, basedOn: 0 })
    expect(drafts.get(openCorrection)?.params).toMatchObject({ unit: 'P3', record: returned, basedOn: 1 })
    expect(drafts.get(openReason)).toMatchObject({
      form: 'record.reason',
      params: { kind: 'launch', action: 'return' },
    })
  })
})
