import type { Tx } from '../store/transaction.ts'
import { applicability } from './applicability.ts'
import type { Plan } from './plan.ts'
import type { UnitLike } from './unit.ts'

/** Stores which targets judge which unit, as the plan says. What a person has decided is not touched. */
export async function settleApplicability(
  tx: Tx,
  campaignId: string,
  plan: Plan,
  units: readonly UnitLike[],
): Promise<void> {
  const rows = applicability(plan, units).map(({ unitCode, targetCode, state, reasonCode }) => ({
    unitCode,
    targetCode,
    state,
    reason: reasonCode,
  }))
  await tx.$executeRaw`
    INSERT INTO applicability (campaign_id, unit_code, target_code, state, reason)
    SELECT ${campaignId}::uuid, r."unitCode", r."targetCode", r.state::"ApplicabilityState", r.reason
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("unitCode" text, "targetCode" text, state text, reason text)
    ON CONFLICT (campaign_id, unit_code, target_code) DO UPDATE SET state = excluded.state, reason = excluded.reason
    WHERE applicability.source = 'plan'`
  await tx.$executeRaw`
    DELETE FROM applicability WHERE campaign_id = ${campaignId}::uuid AND source = 'plan' AND NOT EXISTS (
      SELECT 1 FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("unitCode" text, "targetCode" text)
      WHERE r."unitCode" = applicability.unit_code AND r."targetCode" = applicability.target_code)`
}
