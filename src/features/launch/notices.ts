import { enqueueTo } from '../../outbox/enqueue.ts'
import { holdersOf } from '../../people/holders.ts'
import { readPerson } from '../../people/read-person.ts'
import type { LaunchDocument } from '../../store/generated/client.ts'
import type { Ctx } from '../feature.ts'
import type { LaunchAction } from './rules.ts'
import { unitName } from './store.ts'

/** Tells the unit's heads that a document waits for them; returns how many heads there are. */
export async function tellHeads(ctx: Ctx, document: { id: string; unitCode: string; number: string }): Promise<number> {
  const heads = await holdersOf(ctx.tx, ['HEAD', 'WARD_CHAIR'], ctx.today, document.unitCode)
  for (const head of heads) {
    const t = ctx.texts(head.locale)
    const text = t('launch.headNotice', {
      who: ctx.person.fullName,
      number: document.number,
      unit: unitName(ctx, document.unitCode),
    })
    const dedupeKey = `launch:${document.id}:${ctx.now.toISOString()}:${head.id}`
    const go = [{ to: 'launch.show', args: { id: document.id } }]
    await enqueueTo(
      ctx.tx,
      head.id,
      { dedupeKey, kind: 'NOTICE', message: { text, words: [t('launch.open')] }, go },
      ctx.now,
    )
  }
  return heads.length
}

/** Tells the sender what was decided, in the chat where they are. */
export async function tellSender(
  ctx: Ctx,
  document: LaunchDocument,
  action: LaunchAction,
  reason: string,
): Promise<void> {
  const sender = await readPerson(ctx.tx, document.senderId, ctx.today)
  if (!sender || sender.id === ctx.person.id) return
  const t = ctx.texts(sender.locale)
  const text = t(`launch.told.${action}`, {
    number: document.number,
    unit: unitName(ctx, document.unitCode),
    who: ctx.person.fullName,
    reason,
  })
  const corrects = action === 'return' || action === 'sendBack'
  const dedupeKey = `launch:${document.id}:${action}:${ctx.now.toISOString()}`
  await enqueueTo(
    ctx.tx,
    sender.id,
    {
      dedupeKey,
      kind: 'NOTICE',
      message: { text, ...(corrects ? { words: [t('launch.correct')] } : {}) },
      ...(corrects ? { go: [{ to: 'launch', args: { unit: document.unitCode } }] } : {}),
    },
    ctx.now,
  )
}
