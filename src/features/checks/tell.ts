import { actingUnit } from '../../campaign/acting-unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import type { Go } from '../../outbox/go.ts'
import { holdersOf } from '../../people/holders.ts'
import type { Translate } from '../../texts.ts'

/** Tells head and focal point of the unit that acts for it today, once a key; `go`: where the answer begins. */
export async function tellUnit(
  ctx: Ctx,
  unitCode: string,
  key: string,
  lines: (t: Translate) => readonly string[],
  go: Go | null = null,
): Promise<void> {
  const unit = actingUnit(ctx.campaign, unitCode, ctx.today.toString())
  for (const holder of await holdersOf(ctx.tx, ['HEAD', 'WARD_CHAIR', 'CLERK'], ctx.today, unit)) {
    const t = ctx.texts(holder.locale)
    const words = go === null ? {} : { words: [t('checkRemedy.command.menu')] }
    const notice = {
      ...{ dedupeKey: `${key}:${holder.id}`, kind: 'NOTICE' as const, campaign: ctx.campaign },
      message: { text: lines(t).join('\n'), ...words },
      ...(go === null ? {} : { go: [go] }),
    }
    await enqueueTo(ctx.tx, holder.id, notice, ctx.now)
  }
}
