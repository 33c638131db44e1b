import type { Prisma } from './generated/client.ts'

/** Writes down that something went on; once a beat. */
export async function noteBeat(
  database: Pick<Prisma.TransactionClient, '$executeRaw'>,
  name: 'reminders',
  now: Date,
): Promise<void> {
  await database.$executeRaw`
    INSERT INTO heartbeat (name, at) VALUES (${name}, ${now}) ON CONFLICT (name) DO UPDATE SET at = excluded.at`
}
