import { afterAll, beforeAll, expect, test } from 'vitest'
import { stageFile } from '../../src/channels/web/staged-file.ts'
import { pruneOrphans } from '../../src/files/prune-orphans.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'

let store: Store
beforeAll(async () => {
  store = await freshEmbedded()
})
afterAll(() => store.close())

const long = new Date('2024-01-01T00:00:00Z')
const before = new Date('2024-03-01T00:00:00Z')
const staged = (text: string, at = long) => stageFile(store.prisma, new TextEncoder().encode(text), at)

test('bytes that became no file go when they are old; those that somebody waits for, or that came again, stay', async () => {
  const { prisma } = store
  const account = newId(long)
  await prisma.account.create({ data: { id: account, channel: 'web', externalId: 'x', createdAt: long } })
  const file = { accountId: account, name: 'tep.pdf', channel: 'web', createdAt: before }
  const kept = [await staged('stored'), await staged('on its way'), await staged('of a letter')] as const
  const [stored, waited, lettered] = kept
  await prisma.storedFile.create({ data: { ...file, id: newId(long), state: 'STORED', sha256: stored } })
  await prisma.storedFile.create({ data: { ...file, id: newId(long), state: 'PENDING', channelRef: waited } })
  await prisma.deadLetter.create({
    data: {
      ...{
        id: newId(long),
        code: 'L-1',
        channel: 'web',
        eventId: 'e',
        accountId: account,
        holdsChat: true,
        kind: 'files',
      },
      ...{ event: JSON.stringify({ content: { files: [{ ref: lettered }] } }), promptNo: 1, why: 'x', tries: 5 },
      ...{ firstFailedAt: long, lastFailedAt: long },
    },
  })
  const refused = await staged('refused')
  await prisma.storedFile.create({ data: { ...file, id: newId(long), state: 'REFUSED', channelRef: refused } })
  await staged('its message never came')
  await staged('came again')
  const again = await staged('came again', before)
  const fresh = await staged('just now', before)
  let removed = 0
  for await (const count of pruneOrphans(prisma, before)) removed += count
  const left = await prisma.fileContent.findMany({ select: { sha256: true } })
  expect(left.map(({ sha256 }) => sha256).sort()).toEqual([...kept, again, fresh].sort())
  expect(removed).toBe(2)
})
