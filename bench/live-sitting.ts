import { createBell } from '../src/channels/web/bell.ts'
import { deskRoutes } from '../src/desk/desk-routes.tsx'
import { council } from '../src/features/council/feature.ts'
import { liveOf } from '../src/features/council/live.ts'
import { announce } from '../src/features/council/written-down.ts'
import { uploadsOf } from '../src/files/uploads.ts'
import { newKeyPair } from '../src/store/envelope.ts'
import { newId } from '../src/store/new-id.ts'
import { createWeb } from '../src/web/server.ts'
import { openSession } from '../src/web/session.ts'
import type { BenchDatabase } from './database.ts'
import { benchSystem, newMember } from './system.ts'
import type { Line } from './table.ts'

const unitCode = 'QN-P-UB'
const rounds = 20

/** A change in a sitting of sixty nominees, until all its open pages are told, against looking at it once. */
export async function liveSitting(database: BenchDatabase, members: number): Promise<Line> {
  const system = await benchSystem(database, [council])
  const { prisma, clock } = system
  const bell = createBell()
  const ear = database.store.listen({ heard: bell.ring, missed: bell.ringAll })
  const app = createWeb(system, {
    ...{ bell, features: [council], desk: deskRoutes, uploads: uploadsOf(prisma, clock) },
    ...{ receive: async () => undefined, mayReadFile: async () => false },
    health: async () => ({ status: 'ok' as const, parts: {} }),
  })
  const people = []
  for (let member = 0; member < members; member += 1) people.push(await newMember(system, 'CLERK', unitCode))
  const sittingId = await votingSitting(system, people)
  const pages: ReturnType<typeof reading>[] = []
  for (const { personId, accountId } of people) {
    const { token } = await openSession(prisma, { accountId, personId, device: '' }, 86_400_000, clock.now())
    const response = await app.request(`/desk/hoi-dong/${sittingId}/stream`, { headers: { cookie: `thidua=${token}` } })
    if (response.status !== 200 || !response.body) throw new Error(`a page was not let in: ${response.status}`)
    pages.push(reading(response.body))
  }
  const all = (present: number) => Promise.all(pages.map(page => page.until(`"present":"${present}"`)))
  await all(0)
  const from = process.cpuUsage()
  let [ours, theirs] = [0, 0]
  for (let round = 1; round <= rounds; round += 1) {
    const personId = people[round % members]?.personId ?? ''
    await prisma.sittingMember.updateMany({ where: { sittingId, personId }, data: { attendance: 'PRESENT' } })
    const began = performance.now()
    await announce(prisma, sittingId)
    await all(round)
    ours += performance.now() - began
    const asked = performance.now()
    await liveOf.look(prisma, sittingId, system.texts('vi'))
    theirs += performance.now() - asked
  }
  const { user, system: kernel } = process.cpuUsage(from)
  await Promise.all(pages.map(page => page.close()))
  bell.close()
  await ear.close()
  const pair = { ours: (ours / rounds) * 1_000, theirs: (theirs / rounds) * 1_000, ratio: ours / theirs, rounds }
  return {
    name: `(t) a change told to ${members} open pages of a sitting / looked at once`,
    ...{ pair, target: { atMost: 10 }, unit: 'ms' },
    note: `processor time of one change for all pages: ${((user + kernel) / 1_000 / rounds).toFixed(1)} ms; nothing is asked between changes`,
  }
}

async function votingSitting(system: Awaited<ReturnType<typeof benchSystem>>, people: readonly { personId: string }[]) {
  const { prisma, clock } = system
  const at = clock.now()
  const id = newId(at)
  const authorId = people[0]?.personId ?? ''
  const { id: campaignId } = await prisma.campaign.findFirstOrThrow({ where: { isActive: true } })
  const share = { numerator: 2, denominator: 3, moreThan: false }
  const rules = { quorum: share, pass: share, isWrittenOpinionCounted: true, hasCastingVote: false }
  await prisma.sitting.create({
    data: {
      ...{
        id,
        campaignId,
        unitCode,
        number: 1,
        code: 'HĐ-001',
        state: 'VOTING',
        place: 'Phòng họp',
        at,
        isSecret: true,
      },
      ...{ rules, publicKey: newKeyPair().publicKey, preparedById: authorId, preparedAt: at },
      members: { create: people.map(({ personId }) => ({ personId, part: 'MEMBER' })) },
    },
  })
  await prisma.roleAssignment.createMany({
    data: people.map(({ personId }) => ({
      id: newId(at),
      personId,
      unitCode,
      role: 'COUNCIL',
      validFrom: '2024-01-01',
    })),
  })
  for (let number = 1; number <= 60; number += 1) {
    const recordId = newId(at)
    const code = `KT-${number}`
    await prisma.record.create({
      data: {
        ...{ id: recordId, campaignId, kind: 'nomination', unitCode, number, code, state: 'DRAFT', version: 1 },
        ...{ passedVersion: 0, authorId, title: code, searchText: code, sentAt: at, receivedAt: at },
      },
    })
    const rest = { number, code, nominee: code, unitCode, version: 1, isAtGate: true }
    await prisma.sittingCase.create({ data: { id: newId(at), sittingId: id, recordId, ...rest } })
  }
  return id
}

function reading(body: ReadableStream<Uint8Array>) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    until: async (what: string) => {
      while (!text.includes(what)) {
        const { done, value } = await reader.read()
        if (done) throw new Error('a page was let go')
        text += value
      }
      text = text.slice(-20_000)
    },
    close: () => reader.cancel(),
  }
}
