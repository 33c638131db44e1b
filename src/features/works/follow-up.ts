import { actingUnit } from '../../campaign/acting-unit.ts'
import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { holdersOf } from '../../people/holders.ts'
import { formatDate } from '../../reading/format.ts'
import type { KeptAnswers } from '../../records/answers.ts'
import { versionOf } from '../../records/store.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'

/** The unit that a work asks to put something right, today; null: it names none. */
export async function unitConcerned(ctx: Pick<Ctx, 'tx' | 'campaign' | 'today'>, { id, version }: StoredRecord) {
  const { answers } = await versionOf(ctx.tx, id, version)
  // Written by `kept` and by nothing else.
  const said = answers as unknown as KeptAnswers
  const named = said.concerns?.value
  const unit = typeof named === 'string' ? actingUnit(ctx.campaign, named, ctx.today.toString()) : null
  return { unit, said }
}

/** What the unit concerned has answered so far. */
export async function remedyInWords(ctx: Ctx, record: StoredRecord) {
  const { unit } = await unitConcerned(ctx, record)
  if (unit === null || record.state !== 'ACCEPTED') return []
  const { tx, t, campaign } = ctx
  const where = { campaignId: campaign.id, kind: 'remedy', key: record.code, passedVersion: { gt: 0 } }
  const answer = await tx.record.findFirst({ where, select: { code: true, state: true } })
  const named = unitName(campaign, unit)
  const value = answer
    ? t('work.remedyAt', { unit: named, code: answer.code, state: t(`remedy.states.${answer.state}`) })
    : t('work.remedyNone', { unit: named })
  return [{ label: t('work.remedy'), value }]
}

/** Tells head and focal point of the unit concerned what was written, once a version, with the way to answer. */
export async function tellUnitConcerned(ctx: Ctx, record: StoredRecord): Promise<void> {
  const { unit, said } = await unitConcerned(ctx, record)
  if (unit === null) return
  const word = (question: string) => String(said[question]?.value ?? '')
  for (const holder of await holdersOf(ctx.tx, ['HEAD', 'WARD_CHAIR', 'CLERK'], ctx.today, unit)) {
    const t = ctx.texts(holder.locale)
    const parts = { ...{ code: record.code, title: record.title }, unit: unitName(ctx.campaign, unit) }
    const published = { medium: word('medium'), day: formatDate(word('publishedOn')), content: word('content') }
    const where = word('link') === '' ? [] : [t('work.told.link', { link: word('link') })]
    const text = [t('work.told.concerns', { ...parts, ...published }), ...where, t('work.told.answer')].join('\n')
    const args = { unit, code: record.code, title: record.title }
    const notice = {
      ...{ dedupeKey: `work:concerns:${record.id}:${record.version}:${holder.id}`, kind: 'NOTICE' as const },
      campaign: ctx.campaign,
      message: { text, words: [t('remedy.command.menu')] },
      go: [{ to: 'remedy', args }],
    }
    await enqueueTo(ctx.tx, holder.id, notice, ctx.now)
  }
}
