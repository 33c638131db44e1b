import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { formatDate } from '../../reading/format.ts'
import type { Role } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'

export interface Change {
  role: Role
  unit: string
  from: string
  until: string | null
  /** The other one, where a place is taken. */
  who?: string
  reason?: string
}

type What = 'given' | 'givenUntil' | 'ended' | 'standIn' | 'takesOver' | 'handedOver' | 'stoodInFor'

/** Whoever it concerns learns of it at once, in their language. */
export async function tellPerson(ctx: Ctx, personId: string, what: What, change: Change): Promise<void> {
  if (personId === ctx.person.id) return
  const { locale } = await ctx.tx.person.findUniqueOrThrow({ where: { id: personId }, select: { locale: true } })
  const t = ctx.texts(locale === 'en' ? 'en' : 'vi')
  const text = t(`roleGiving.notices.${what}`, {
    ...{ by: ctx.person.fullName, role: t(`roles.${change.role}`), unit: unitName(ctx.campaign, change.unit) },
    ...{ from: formatDate(change.from), until: change.until === null ? '' : formatDate(change.until) },
    ...{ who: change.who ?? '', reason: change.reason ?? '' },
  })
  const notice = { dedupeKey: `role:${newId(ctx.now)}`, kind: 'NOTICE' as const, campaign: null, message: { text } }
  await enqueueTo(ctx.tx, personId, notice, ctx.now)
}
