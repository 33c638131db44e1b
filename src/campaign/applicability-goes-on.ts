import type { KeptTable } from '../store/kept-rows.ts'
import type { Tx } from '../store/transaction.ts'

/**
 * What people decided on the targets of these units holds for the unit that takes their place, where all of them stand alike and it has
 * no decision of its own. In the caller's transaction, before the plan is settled anew.
 */
export async function applicabilityGoesOn(
  tx: Tx,
  campaignId: string,
  { from, to }: { from: readonly string[]; to: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO applicability (campaign_id, unit_code, target_code, state, reason, source)
    SELECT a.campaign_id, ${to}, a.target_code, min(a.state::text)::"ApplicabilityState", min(a.reason), 'person'
    FROM applicability a WHERE a.campaign_id = ${campaignId}::uuid AND a.unit_code = ANY (${[...from]}::text[])
    GROUP BY a.campaign_id, a.target_code
    HAVING count(DISTINCT a.state) = 1 AND bool_or(a.source = 'person')
    ON CONFLICT (campaign_id, unit_code, target_code) DO UPDATE
      SET state = excluded.state, reason = excluded.reason, source = 'person' WHERE applicability.source = 'plan'`
}

export const applicabilityRows: KeptTable = {
  table: 'applicability',
  key: ['campaign_id', 'unit_code', 'target_code'],
  columns: ['campaign_id', 'unit_code', 'target_code', 'state', 'reason', 'source'],
}
