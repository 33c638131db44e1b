import type { Ctx } from '../../contract/feature.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'

const yes = ['award', 'awardAtWard', 'sendToProvince', 'sendToProvinceAtWard']
const no = ['notAward', 'notAwardAtWard']

/**
 * Who is awarded is decided with the whole list, its number and its day, never one by one: why a single move is not made, in words. Nor is
 * it taken back alone.
 */
export async function onlyByList(ctx: Ctx, { id, state }: StoredRecord, move: string): Promise<string | null> {
  const isDecision = yes.includes(move) || no.includes(move)
  const isBack = move === 'reopen' && ['AWARDED', 'NOT_AWARDED', 'SENT_TO_PROVINCE'].includes(state)
  if (!isDecision && !isBack) return null
  const choice = await ctx.tx.awardChoice.findFirst({
    where: { recordId: id, decision: { state: 'DECIDED' } },
    include: { decision: { select: { number: true } } },
  })
  if (isBack) return choice ? ctx.t('awarding.byList.back', { number: choice.decision.number }) : null
  return choice?.isAwarded === yes.includes(move) ? null : ctx.t('awarding.byList.decide')
}
