import type { Tx } from '../../store/transaction.ts'

/**
 * Takes back what officers have written to people who no longer stand for the unit it was about: planned days ahead, it must
 * not reach somebody who has left. One statement; flat in what has been sent.
 */
export async function takeBackStale(tx: Tx, today: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE outbox o SET state = 'EXPIRED', why = 'notInCharge' FROM broadcast_recipient b
    WHERE o.state = 'QUEUED' AND o.kind = 'BROADCAST' AND b.outbox_key = o.dedupe_key
      AND NOT EXISTS (SELECT FROM role_assignment r WHERE r.person_id = b.person_id
        AND r.valid_from <= ${today} AND (r.valid_to IS NULL OR r.valid_to >= ${today})
        AND (r.unit_code = b.unit_code
          OR r.unit_code IN (SELECT s.to_code FROM unit_succession s WHERE s.from_code = b.unit_code)))`
}
