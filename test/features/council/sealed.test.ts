import { gunzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeBackup } from '../../../src/backup/write-backup.ts'
import { exportWork } from '../../../src/cli/export.ts'
import { openBallot, sealBallot } from '../../../src/features/council/sealed/ballot-paper.ts'
import { unlockSitting } from '../../../src/features/council/sealed/sitting-key.ts'
import { newKeyPair, openWith, sealFor } from '../../../src/store/envelope.ts'
import { councilWeb } from './council-web.ts'
import { type CouncilWorld, councilWorld } from './council-world.ts'

const [chair, vice, secretary, one] = [
  'Chủ tịch phường',
  'Phó Chủ tịch phường',
  'Thư ký Hội đồng',
  'Ủy viên Một',
] as const
const nominee = 'Bộ phận Một cửa'
/** What nobody may read before the opening. */
const opinion = 'Ý kiến niêm phong 7319'

let world: CouncilWorld
let web: Awaited<ReturnType<typeof councilWeb>>
let sitting: string
let said = ''
const logged: string[] = []

beforeAll(async () => {
  world = await councilWorld()
  world.system.log = pino({ level: 'trace' }, { write: line => void logged.push(line) })
  web = await councilWeb(world)
  await world.join('Quản trị', 'ADMIN', 'UB-NV')
  await world.join('Cán bộ', 'PNV', 'UB-NV')
  await world.nominate(nominee)
  sitting = await world.invited([nominee])
  for (const name of [chair, vice, secretary, one]) await world.post(name, sitting, { viec: 'toi-co-mat' })
  await world.post(chair, sitting, { viec: 'bat-dau' })
  const id = await world.caseOf(sitting, nominee)
  const browser = await web.signedIn(one, sitting)
  const page = `/desk/hoi-dong/${sitting}`
  const voted = await browser.submit(page, { viec: 'bo-phieu', [`phieu-${id}`]: 'DISAGREE', [`y-kien-${id}`]: opinion })
  said = voted.html
  await world.cast(secretary, sitting, { [nominee]: 'AGREE' })
})
afterAll(async () => {
  await web.close()
  await world.close()
})

/** Everything in all tables: rows as text, and what stands in bytes. */
async function everything(): Promise<{ text: string; bytes: Buffer[] }> {
  const { prisma } = world.store
  const columns = await prisma.$queryRaw<{ table: string; column: string; type: string }[]>`
    SELECT table_name::text AS table, column_name::text AS column, data_type::text AS type
    FROM information_schema.columns WHERE table_schema = current_schema()`
  let text = ''
  const bytes: Buffer[] = []
  for (const table of new Set(columns.map(one => one.table))) {
    const rows = await prisma.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${table}" t`)
    text += rows.map(({ row }) => row).join('\n')
  }
  for (const { table, column } of columns.filter(({ type }) => type === 'bytea')) {
    const rows = await prisma.$queryRawUnsafe<{ value: Uint8Array }[]>(
      `SELECT "${column}" AS value FROM "${table}" WHERE "${column}" IS NOT NULL`,
    )
    bytes.push(...rows.map(({ value }) => Buffer.from(value)))
  }
  return { text, bytes }
}

const tells = (text: string) => [opinion, 'niêm phong 7319', 'DISAGREE'].filter(secret => text.includes(secret))

describe('before the chair opens it, a ballot is read', () => {
  it('nowhere in the database: not in a table, a message, an answer, an event, nor in bytes', async () => {
    const { text, bytes } = await everything()
    expect(text).toContain(nominee)
    expect(tells(text)).toEqual([])
    expect(bytes.length).toBeGreaterThan(10)
    for (const one of bytes) expect(tells(one.toString('utf8'))).toEqual([])
  })

  it('not by its length, nor by what is said back', async () => {
    const ballots = await world.store.prisma.ballot.findMany({ where: { case: { sittingId: sitting } } })
    expect(ballots).toHaveLength(2)
    expect(new Set(ballots.map(({ sealed }) => sealed?.length)).size).toBe(1)
    expect(said).toContain('Đã nhận 1 phiếu của anh/chị.')
    expect(said).not.toContain(opinion)
  })

  it('not in a backup, nor in any export', async () => {
    const packed: Uint8Array[] = []
    for await (const part of writeBackup(world.store.prisma, world.clock.now())) packed.push(part)
    const backup = gunzipSync(Buffer.concat(packed)).toString('utf8')
    expect(backup).toContain(nominee)
    expect(tells(backup)).toEqual([])
    let exported = ''
    for (const table of world.system.registry.exports.keys())
      for (const format of ['json', 'csv']) {
        const { output } = await exportWork(world.system, { table, format })
        for await (const part of output) exported += String(part)
      }
    expect(exported.length).toBeGreaterThan(1_000)
    expect(tells(exported)).toEqual([])
  })

  it('not in the log, whatever its level', () => {
    expect(tells(logged.join('\n'))).toEqual([])
    for (const phrase of world.phrases.values()) expect(logged.join('\n')).not.toContain(phrase)
  })

  it('not by the administrator, the office, who prepares it, the other members, nor the chair while the vote is open', async () => {
    expect(await world.look('Quản trị', sitting)).toBe('')
    expect(await world.look('Cán bộ', sitting)).toBe('')
    for (const name of ['Đầu mối', chair, vice, secretary, one]) {
      const page = await world.look(name, sitting)
      expect(page).toContain(nominee)
      expect(page).not.toContain(opinion)
      // A choice of the ballot is no ballot: nobody's is marked.
      expect(page).not.toContain('checked')
    }
    const early = await world.post(chair, sitting, { viec: 'mo-phieu', cum: world.phrases.get(chair) ?? '' })
    expect(early.ok).toBe(false)
  })

  it('not with anything that the database holds: neither a phrase nor the private key is in it', async () => {
    const { prisma } = world.store
    const unlocked = await unlockSitting(prisma, sitting, world.ids.get(chair) ?? '', world.phrases.get(chair) ?? '')
    if (typeof unlocked === 'string') throw new Error('the phrase of the chair opens it')
    const key = Buffer.from(unlocked.privateKey)
    const { text, bytes } = await everything()
    for (const one of bytes) expect(one.includes(key)).toBe(false)
    for (const known of [...world.phrases.values()].flatMap(phrase => [phrase, phrase.replaceAll('-', '')]))
      expect(text).not.toContain(known)
    expect(text).not.toContain(key.toString('hex'))
    const [ballot] = await prisma.ballot.findMany({ where: { personId: world.ids.get(one) ?? '' } })
    for (const stored of bytes)
      expect(ballot?.sealed && openWith(stored, ballot.sealed, `ballot:${ballot.caseId}:${ballot.personId}`)).toBeNull()
  })

  it('not in another member’s place: a ballot that was moved or changed cannot be read', () => {
    const { publicKey, privateKey } = newKeyPair()
    const name = { caseId: 'c', personId: 'p' }
    const sealed = sealBallot(publicKey, { vote: 'AGREE', opinion: '' }, name)
    expect(openBallot(privateKey, sealed, name)).toEqual({ vote: 'AGREE', opinion: '' })
    expect(openBallot(privateKey, sealed, { ...name, personId: 'q' })).toBeNull()
    expect(openBallot(newKeyPair().privateKey, sealed, name)).toBeNull()
    for (const at of [0, 43, 44, 60, 80, sealed.length - 1]) {
      const changed = sealed.with(at, (sealed[at] ?? 0) ^ 1)
      expect(openBallot(privateKey, changed, name)).toBeNull()
    }
    expect(openBallot(privateKey, sealFor(publicKey, Buffer.from('{}'), 'ballot:c:p'), name)).toBeNull()
  })
})

it('after the opening each ballot is counted once, the opinion is read, and no key or sealed ballot is left', async () => {
  const { prisma } = world.store
  await world.post(secretary, sitting, { viec: 'dong' })
  const done = await world.post(chair, sitting, { viec: 'mo-phieu', cum: world.phrases.get(chair) ?? '' })
  expect(done.ok).toBe(true)
  const [counted] = await prisma.sittingCase.findMany({ where: { sittingId: sitting }, include: { ballots: true } })
  const { agree, disagree, blank, ballots, opinions } = counted ?? { ballots: [] }
  expect([agree, disagree, blank, ballots.length, opinions]).toEqual([1, 1, 0, 2, [opinion]])
  expect(ballots.every(({ sealed, vote }) => sealed === null && vote === null)).toBe(true)
  expect(await prisma.sittingKey.count()).toBe(0)
  const again = await world.post(chair, sitting, { viec: 'mo-phieu', cum: world.phrases.get(chair) ?? '' })
  expect(again.ok).toBe(false)
  expect(logged.join('\n')).not.toContain(world.phrases.get(chair))
})
