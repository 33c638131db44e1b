import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initiatives } from '../../src/features/initiatives/feature.ts'
import { answersOf } from '../../src/records/answers.ts'
import { databaseOver } from '../../src/store/embedded.ts'
import { migrate } from '../../src/store/migrate.ts'
import { readMigrations } from '../../src/store/migrations.ts'
import { type Store, storeOver } from '../../src/store/open.ts'
import { emptyDatabase } from '../support/embedded-image.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [campaign, an, head, officer, erased] = [id(1), id(11), id(12), id(13), id(19)]
/** Registered, taken in, returned to its author, recognised after being taken in, without a person and a code of its own. */
const [registered, received, returned, recognised, odd] = [id(21), id(22), id(23), id(24), id(25)]
const [file, launched] = [id(31), id(71)]
const [draftOfRegistered, openDraft, openCorrection, openReason] = [id(41), id(42), id(43), id(44)]

const people = [an, head, officer]
const duties = `[{"code": "C15", "metBy": {"kind": "initiative"}}, {"code": "D02", "metBy": {"kind": "launchDocument"}}]`

function initiativeRow(
  which: string,
  code: string,
  state: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const columns: Record<string, string> = {
    ...{ id: `'${which}'`, campaign_id: `'${campaign}'`, unit_code: `'P1'`, code: `'${code}'`, state: `'${state}'` },
    ...{ title: `'Niêm yết bằng mã QR'`, title_folded: `'niem yet bang ma qr'`, kind: `'MODEL'`, par_field: `'TTHC'` },
    ...{ problem: `'Đi lại nhiều'`, content: `'Dán mã'`, novelty: `'Mới'`, scope: `'Toàn phường'`, expected: `'100%'` },
    ...{ starts_on: `'2024-04-01'`, self_check: `'{lawful,reasonable,effective,suitable}'`, co_authors: `'[]'` },
    ...{ file_ids: `'{}'`, author_id: `'${an}'`, draft_id: `'${id(40)}'`, registered_at: `'2024-03-20T02:00:00Z'` },
    ...{ updated_at: `'2024-03-20T02:00:00Z'`, person_sent_at: `'2024-03-20T01:59:00Z'` },
    ...{ taken_in_at: `'2024-03-20T02:00:00Z'` },
    ...more,
  }
  return `INSERT INTO initiative (${Object.keys(columns).join(', ')}) VALUES (${Object.values(columns).join(', ')});`
}

let audits = 0
function audit(
  subject: string,
  by: string,
  role: string,
  action: string,
  from: string,
  to: string,
  reason = '',
): string {
  const at = `2024-03-2${1 + Math.floor(audits / 10)}T02:00:${String(audits % 60).padStart(2, '0')}Z`
  audits += 1
  return `INSERT INTO audit (id, at, actor_id, actor_role, action, subject_type, subject_id, "from", "to", reason) VALUES
    ('${id(100 + audits)}', '${at}', '${by}', '${role}', 'initiative.${action}', 'initiative', '${subject}', '${from}', '${to}',
    ${reason ? `'${reason}'` : 'NULL'});`
}

function draft(which: string, form: string, key: string, params: object, position: string, state = 'OPEN'): string {
  return `INSERT INTO draft (id, person_id, form, form_version, key, params, position, state, created_at, updated_at) VALUES
    ('${which}', '${an}', '${form}', 1, '${key}', '${JSON.stringify(params)}', '${position}', '${state}', now(), now());`
}

const season = [
  `INSERT INTO unit (code, name, name_folded, kind) VALUES ('P1', 'UBND phường Một', 'ubnd phuong mot', 'ward'),
    ('P2', 'UBND phường Hai', 'ubnd phuong hai', 'ward'), ('NV', 'Phòng Nội vụ', 'phong noi vu', 'office');`,
  `INSERT INTO campaign (id, code, year, name, starts_on, ends_on, plan, plan_hash, loaded_at, is_active) VALUES
    ('${campaign}', 'T', 2024, 'T', '2024-03-15', '2024-12-31', '{"duties": ${duties}}', 'h', now(), true);`,
  ...people.map(
    (one, nth) =>
      `INSERT INTO person (id, full_name, given_name, created_at) VALUES ('${one}', 'Người Thử ${nth}', 'Thử', now());`,
  ),
  `INSERT INTO stored_file (id, name, state, channel, created_at) VALUES ('${file}', 'anh.pdf', 'STORED', 'web', now());`,
  draft(
    draftOfRegistered,
    'initiative',
    'P1',
    { unit: 'P1', about: 'UBND phường Một', correcting: null },
    'review',
    'SUBMITTED',
  ),
  `INSERT INTO answer (draft_id, field, value, typed, at) VALUES
    ('${draftOfRegistered}', 'startsOn', '"2024-04-01"', '1/4', now()), ('${draftOfRegistered}', 'selfCheck', '["lawful"]', 'tất cả', now());`,
  initiativeRow(registered, 'SK-023', 'REGISTERED', {
    draft_id: `'${draftOfRegistered}'`,
    file_ids: `'{${file}}'`,
    co_authors: `'[{"name": "Đặng Thử", "share": "2/5"}, {"name": "Phạm Thử", "share": "3/5"}]'`,
    claimed_at: `'2024-03-19T16:00:00Z'`,
    is_late: 'true',
    relation: `'INHERITS'`,
  }),
  initiativeRow(received, 'SK-024', 'REGISTERED', { received_at: `'2024-03-21T02:00:00Z'` }),
  initiativeRow(returned, 'SK-025', 'DRAFT', { unit_code: `'P2'` }),
  initiativeRow(recognised, 'SK-005', 'RECOGNISED', { received_at: `'2024-03-21T02:00:00Z'`, unit_code: `'P2'` }),
  initiativeRow(odd, 'X9', 'WITHDRAWN', { author_id: `'${erased}'`, title: `'ĐÈN ĐƯỜNG 4.0'` }),
  `UPDATE initiative SET related_id = '${recognised}' WHERE id = '${registered}';`,
  audit(registered, an, 'OFFICIAL', 'register', 'DRAFT', 'REGISTERED'),
  audit(received, an, 'OFFICIAL', 'register', 'DRAFT', 'REGISTERED'),
  audit(received, officer, 'PNV', 'receive', 'REGISTERED', 'REGISTERED'),
  audit(returned, an, 'OFFICIAL', 'register', 'DRAFT', 'REGISTERED'),
  audit(returned, officer, 'PNV', 'return', 'REGISTERED', 'DRAFT', 'Thiếu số liệu'),
  audit(returned, head, 'HEAD', 'resubmit', 'DRAFT', 'REGISTERED'),
  audit(returned, officer, 'PNV', 'return', 'REGISTERED', 'DRAFT', 'Vẫn thiếu số liệu'),
  audit(recognised, an, 'OFFICIAL', 'register', 'DRAFT', 'REGISTERED'),
  audit(recognised, officer, 'PNV', 'receive', 'REGISTERED', 'REGISTERED'),
  audit(recognised, head, 'HEAD', 'recognise', 'REGISTERED', 'RECOGNISED'),
  `INSERT INTO audit (id, at, actor_id, actor_role, action, subject_type, subject_id) VALUES ('${id(99)}', now(), NULL, 'SYSTEM', 'campaign.load', 'campaign', 'T');`,
  ...['P1', 'P2'].map(
    (
      unit,
      nth,
    ) => `INSERT INTO obligation (id, campaign_id, unit_code, duty_code, due_on, opens_on, remind_by, targets, state) VALUES
    ('${id(50 + nth)}', '${campaign}', '${unit}', 'C15', '2024-12-31', '2024-03-15', '2024-12-31', '{}', 'MET'),
    ('${id(60 + nth)}', '${campaign}', '${unit}', 'D02', '2024-12-31', '2024-03-15', '2024-12-31', '{}', 'MET');`,
  ),
  `INSERT INTO record (id, kind, campaign_id, unit_code, number, code, key, state, version, passed_version, author_id, title, search_text,
    sent_at, received_at) VALUES ('${launched}', 'launch', '${campaign}', 'P1', 1, 'PD-001', 'P1', 'ACCEPTED', 1, 1, '${an}', '', '', now(), now());`,
  `INSERT INTO record_move (id, record_id, version, action, "from", "to", passed_before, by_id, role, at) VALUES
    ('${id(72)}', '${launched}', 1, 'accept', 'SENT', 'ACCEPTED', 0, '${officer}', 'PNV', now());`,
  draft(openDraft, 'initiative', 'P2', { unit: 'P2', about: 'UBND phường Hai', correcting: null, similar: [] }, 'kind'),
  draft(
    openCorrection,
    'initiative',
    `correct:${returned}`,
    { unit: 'P2', about: 'SK-025', correcting: returned },
    'review',
  ),
  draft(
    openReason,
    'initiatives.reason',
    `${registered}:return`,
    { id: registered, action: 'return', context: 'return', code: 'SK-023', title: 'Niêm yết' },
    'reason',
  ),
]

describe('initiatives of a season that is under way become records', () => {
  let store: Store
  beforeAll(async () => {
    const database = await emptyDatabase()
    const opened = databaseOver(database)
    const all = await readMigrations()
    const before = all.filter(({ name }) => name < '20261128020000')
    await migrate(opened.adapter, before)
    await database.exec(season.join('\n'))
    await migrate(opened.adapter, all)
    store = storeOver({ ...opened, appliedMigrations: [] }, 'embedded')
  })
  afterAll(() => store.close())

  const records = async () => {
    const found = await store.prisma.record.findMany({
      where: { kind: 'initiative' },
      include: { versions: true, moves: { orderBy: { seq: 'asc' } }, initiativeFact: true },
    })
    return new Map(found.map(record => [record.id, record]))
  }

  it('under their ids, with code, state, number, times and whom they wait for', async () => {
    const found = await records()
    expect(found.size).toBe(5)
    const standing = (which: string) => {
      const { code, number, state, waitsFor, version, passedVersion, key, topic } = found.get(which) ?? {}
      return { code, number, state, waitsFor, version, passedVersion, key, topic }
    }
    const same = { version: 1, passedVersion: 1, key: null, topic: 'TTHC' }
    expect([registered, received, returned, recognised, odd].map(standing)).toEqual([
      { ...same, code: 'SK-023', number: 23, state: 'REGISTERED', waitsFor: 'initiative.receive initiative.recognise' },
      { ...same, code: 'SK-024', number: 24, state: 'RECEIVED', waitsFor: 'initiative.recognise' },
      { ...same, code: 'SK-025', number: 25, state: 'DRAFT', waitsFor: null },
      { ...same, code: 'SK-005', number: 5, state: 'RECOGNISED', waitsFor: null },
      { ...same, code: 'X9', number: 26, state: 'WITHDRAWN', waitsFor: null },
    ])
    expect(found.get(registered)).toMatchObject({
      isLate: true,
      sentAt: new Date('2024-03-20T01:59:00Z'),
      receivedAt: new Date('2024-03-20T02:00:00Z'),
      decidedAt: null,
      initiativeFact: { titleFolded: 'niem yet bang ma qr', relation: 'INHERITS', relatedId: recognised },
    })
    expect(found.get(registered)?.versions).toMatchObject([{ claimedAt: new Date('2024-03-19T16:00:00Z') }])
  })

  it('with all their answers as the form reads them, and what was typed where it is known', async () => {
    const [version] = (await records()).get(registered)?.versions ?? []
    if (!version) throw new Error('no version')
    expect(answersOf(initiatives.record, version)).toEqual({
      title: 'Niêm yết bằng mã QR',
      ...{ kind: 'MODEL', parField: 'TTHC', problem: 'Đi lại nhiều', content: 'Dán mã', novelty: 'Mới' },
      ...{ scope: 'Toàn phường', startsOn: '2024-04-01', expected: '100%' },
      selfCheck: ['lawful', 'reasonable', 'effective', 'suitable'],
      coAuthors: [
        { name: 'Đặng Thử', share: { numerator: 2n, denominator: 5n } },
        { name: 'Phạm Thử', share: { numerator: 3n, denominator: 5n } },
      ],
      files: [{ id: file, name: 'anh.pdf' }],
      similar: `inherits:${recognised}`,
    })
    expect(version).toMatchObject({
      ...{ fileIds: [file], authorId: an, role: 'OFFICIAL', form: 'initiative', draftId: draftOfRegistered },
      answers: { startsOn: { typed: '1/4' }, selfCheck: { typed: 'tất cả' }, title: { typed: 'Niêm yết bằng mã QR' } },
    })
    const [corrected] = (await records()).get(returned)?.versions ?? []
    expect(corrected).toMatchObject({ authorId: head, role: 'HEAD' })
  })

  it('with everything that was done, being taken in now a state of its own, and nothing of it twice', async () => {
    const found = await records()
    const moves = (which: string) =>
      found
        .get(which)
        ?.moves.map(({ action, from, to, waitedFor, role, reason }) => [action, from, to, waitedFor, role, reason])
    const both = 'initiative.receive initiative.recognise'
    expect(moves(returned)).toEqual([
      ['handIn', null, 'REGISTERED', null, 'OFFICIAL', null],
      ['return', 'REGISTERED', 'DRAFT', both, 'PNV', 'Thiếu số liệu'],
      ['handIn', 'DRAFT', 'REGISTERED', null, 'HEAD', null],
      ['return', 'REGISTERED', 'DRAFT', both, 'PNV', 'Vẫn thiếu số liệu'],
    ])
    expect(moves(recognised)).toEqual([
      ['handIn', null, 'REGISTERED', null, 'OFFICIAL', null],
      ['receive', 'REGISTERED', 'RECEIVED', both, 'PNV', null],
      ['recognise', 'RECEIVED', 'RECOGNISED', 'initiative.recognise', 'HEAD', null],
    ])
    expect(await store.prisma.audit.findMany({ select: { action: true } })).toEqual([{ action: 'campaign.load' }])
  })

  it('found by title, code, author and co-authors without accents', async () => {
    const texts = [...(await records()).values()].map(({ searchText }) => searchText)
    expect(texts).toContain('sk-023 niem yet bang ma qr dang thu pham thu nguoi thu 0')
    expect(texts).toContain('x9 den duong 4.0 —')
  })

  it('and the duty that they met points at them, no other does', async () => {
    const met = await store.prisma.obligation.findMany({ orderBy: { id: 'asc' }, select: { recordId: true } })
    expect(met.map(({ recordId }) => recordId)).toEqual([registered, recognised, null, null])
  })

  it('and forms that are being filled in go on', async () => {
    const drafts = await store.prisma.draft.findMany({ orderBy: { id: 'asc' } })
    expect(drafts.map(({ form, position, params }) => ({ form, position, params }))).toMatchObject([
      { form: 'initiative' },
      { form: 'initiative', position: 'kind', params: { unit: 'P2', record: null, basedOn: 0 } },
      { form: 'initiative', position: 'review', params: { unit: 'P2', record: returned, basedOn: 1 } },
      { form: 'record.reason', position: 'reason', params: { kind: 'initiative', id: registered, action: 'return' } },
    ])
  })

  it('and launch documents that were decided upon before can be opened again to where they stood', async () => {
    const [move] = await store.prisma.recordMove.findMany({ where: { recordId: launched } })
    expect(move).toMatchObject({ from: 'SENT', waitedFor: 'launch.decide', passedBefore: 1 })
  })
})
