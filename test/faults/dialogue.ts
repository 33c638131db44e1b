import { expect } from 'vitest'
import type { System } from '../../src/intake/system.ts'
import type { PrismaClient } from '../../src/store/generated/client.ts'
import { inviteIn } from '../support/test-system.ts'
import type { Line } from './lines.ts'

/** Six answers to six questions in a row, none of which would do for another. */
const answers = {
  title: 'Trả kết quả thủ tục hành chính tại nhà cho người cao tuổi',
  kind: '2',
  parField: 'thủ tục hành chính',
  problem: 'Người cao tuổi phải đi lại nhiều lần.',
  content: 'Tổ công nghệ số mang kết quả đến tận nhà theo lịch.',
  novelty: 'Lần đầu làm tại phường.',
}

/** Joins, begins the form, types all six at once while `during` goes wrong; then each stands under its question, once. */
export async function sixAnswers(
  system: System,
  line: Line,
  fullName: string,
  during: (work: () => Promise<void>) => Promise<unknown>,
): Promise<void> {
  await line.types(`/start ${await inviteIn(system, 'OFFICIAL', 'UB-P-QT')}`)
  await line.types('1')
  await line.types(fullName)
  await line.types('Chuyên viên')
  await line.types('sáng kiến')
  await during(() => line.types(...Object.values(answers)))
  expect(await storedOf(system.prisma, fullName)).toEqual([answers])
  expect(await system.prisma.deadLetter.count()).toBe(0)
}

/** What is stored of each form of that person, as it was typed. */
async function storedOf(prisma: PrismaClient, fullName: string) {
  const drafts = await prisma.draft.findMany({
    where: { form: 'initiative', person: { fullName } },
    include: { answers: true },
  })
  return drafts.map(draft => Object.fromEntries(draft.answers.map(({ field, typed }) => [field, typed])))
}
