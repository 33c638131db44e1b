import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { readPerson } from '../../people/read-person.ts'
import { unitName } from '../progress/unit-name.ts'
import type { Row } from './row.ts'

/** Tells everybody concerned, in one message for the whole dossier, what was decided and why. */
export async function tellDecided(
  ctx: Ctx,
  { unit, period }: { unit: string; period: string },
  decided: { action: string; rows: readonly Row[]; reason: string; key: string; to: ReadonlySet<string> },
): Promise<void> {
  const { action, rows, reason, key, to } = decided
  for (const id of to) {
    const person = await readPerson(ctx.tx, id, ctx.today)
    if (!person) continue
    const t = ctx.texts(person.locale)
    const params = {
      who: ctx.person.fullName,
      count: rows.length,
      period: periodName(period, t),
      unit: unitName(ctx, unit),
    }
    const lines = rows.map(({ n, name, sent }) => t('dossier.told.line', { n, name, value: sent?.shown ?? '' }))
    const isBack = action === 'sendBack' || action === 'return'
    const text = [
      t(`dossier.told.${action}`, params),
      ...(isBack ? [t('dossier.told.why', { reason }), ...lines] : []),
    ].join('\n')
    const message = { text, words: [t(isBack ? 'dossier.told.correct' : 'dossier.told.look')] }
    const go = [{ to: 'dossier', args: { unit, period } }]
    await enqueueTo(
      ctx.tx,
      id,
      { dedupeKey: `dossier:${key}:${id}`, kind: 'NOTICE', campaign: ctx.campaign, message, go },
      ctx.now,
    )
  }
}
