import { BATCH, batches } from '../../store/batches.ts'
import type { PrismaClient } from '../../store/generated/client.ts'

/** Removes forms in this state that were last touched before `before`, with their answers. A form that was handed in stays. */
export function pruneDrafts(prisma: PrismaClient, state: 'OPEN' | 'CANCELLED', before: Date): AsyncGenerator<number> {
  return batches(
    () => prisma.$executeRaw`
      DELETE FROM draft WHERE id IN (
        SELECT id FROM draft WHERE state = ${state}::"DraftState" AND updated_at < ${before}
        ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
  )
}

/** Forgets events that were received before `before`: no platform delivers them again. */
export function pruneEvents(prisma: PrismaClient, before: Date): AsyncGenerator<number> {
  return batches(
    () => prisma.$executeRaw`
      DELETE FROM inbound_event WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM inbound_event WHERE received_at < ${before} ORDER BY received_at LIMIT ${BATCH}))`,
  )
}
