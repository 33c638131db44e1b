import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { saidIn } from './found.ts'

/** What the checked unit has answered so far; nothing where nothing was found. */
export async function remedyInWords(ctx: Ctx, record: StoredRecord) {
  const { tx, t, campaign } = ctx
  if (record.topic === '') return []
  const { findings, concerns } = await saidIn(tx, record)
  if (findings === null) return []
  const where = { campaignId: campaign.id, kind: 'checkRemedy', key: record.code, passedVersion: { gt: 0 } }
  const answer = await tx.record.findFirst({ where, select: { code: true, state: true } })
  const unit = unitName(campaign, concerns)
  const value = answer
    ? t('check.remedyAt', { unit, code: answer.code, state: t(`checkRemedy.states.${answer.state}`) })
    : t('check.remedyNone', { unit })
  return [{ label: t('check.remedy'), value }]
}
