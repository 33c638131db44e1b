import { faultsOf } from '../../campaign/reorganisation.ts'
import { storedUnits } from '../../campaign/stored-units.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { readPerson } from '../../people/read-person.ts'
import { formatDate } from '../../reading/format.ts'
import type { Ordering } from './reorganise.ts'
import type { Stored } from './stored.ts'
import { faultInWords } from './words.ts'

/** Why what was decided for a day that has come could not be carried out, in words; null: nothing stands in its way, or it is over. */
export async function stuckOn(
  ctx: Pick<Ctx, 'tx' | 't' | 'today' | 'campaign'>,
  { what, doneAt, undoneAt }: Stored,
): Promise<string | null> {
  if (doneAt || undoneAt || what.effectiveOn > ctx.today.toString()) return null
  const faults = faultsOf(await storedUnits(ctx.tx), what)
  return faults.length === 0 ? null : faults.map(fault => faultInWords(ctx, fault)).join(' ')
}

/** Whoever decided it learns of it, once. */
export async function tellStuck(ctx: Ordering, stored: Stored): Promise<void> {
  const by = stored.byId && (await readPerson(ctx.tx, stored.byId, ctx.today))
  if (!by) return
  const t = ctx.texts(by.locale)
  const why = await stuckOn({ ...ctx, t }, stored)
  if (why === null) return
  const { document, effectiveOn } = stored.what
  const text = t('reorganisation.told.stuck', { document, day: formatDate(effectiveOn), why })
  const notice = { dedupeKey: `reorganisation.stuck:${stored.id}`, kind: 'NOTICE' as const, campaign: null }
  await enqueueTo(ctx.tx, by.id, { ...notice, message: { text } }, ctx.now)
}
