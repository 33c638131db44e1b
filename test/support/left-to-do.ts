import type { System } from '../../src/intake/system.ts'

/** Whether something that is due is not sent yet, or a file not fetched: one statement, asked again until neither is. */
export async function leftToDo(
  prisma: System['prisma'],
  now: Date,
  channel: string | null = null,
): Promise<{ isUnsent: boolean; isUnfetched: boolean }> {
  const [left] = await prisma.$queryRaw<{ isUnsent: boolean; isUnfetched: boolean }[]>`
    SELECT EXISTS (SELECT FROM outbox WHERE (${channel}::text IS NULL OR channel = ${channel})
        AND (state = 'SENDING' OR (state = 'QUEUED' AND not_before <= ${now}))) AS "isUnsent",
      EXISTS (SELECT FROM stored_file WHERE (${channel}::text IS NULL OR channel = ${channel})
        AND state = 'PENDING' AND why IS NULL) AS "isUnfetched"`
  return left ?? { isUnsent: false, isUnfetched: false }
}
