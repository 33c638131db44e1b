import type { ActiveCampaign } from '../../campaign/active.ts'
import { unitName } from '../../campaign/names.ts'
import { lastDayOf, type Reorganisation } from '../../campaign/reorganisation.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { formatDate } from '../../reading/format.ts'
import { takeOut } from '../../reminders/round/take-back.ts'
import type { Translate } from '../../texts.ts'
import { inOfficeHours } from '../succession/in-office-hours.ts'
import type { GoingPerson, Places } from './places.ts'

export type Telling = Pick<Ctx, 'tx' | 'now' | 'texts'>

/** Everybody whose place has changed learns of it, once, in their language. Gives who was told. */
export async function tellEverybody(
  ctx: Telling,
  campaign: ActiveCampaign,
  id: string,
  what: Reorganisation,
  { people }: Places,
): Promise<string[]> {
  const told: string[] = []
  for (const personId of new Set(people.map(one => one.personId))) {
    const own = people.filter(one => one.personId === personId)
    const text = (t: Translate) => own.map(one => wordsOf(t, campaign, what, one)).join('\n\n')
    if (await tellOne(ctx, campaign, `reorganisation:${id}:${personId}`, personId, text)) told.push(personId)
  }
  return told
}

/** Who has not been told yet is not told at all; who has, that it was taken back. */
export async function tellUndone(
  ctx: Telling,
  campaign: ActiveCampaign,
  id: string,
  what: Reorganisation,
  told: readonly string[],
): Promise<void> {
  const keyOf = (personId: string) => `reorganisation:${id}:${personId}`
  const taken = await takeOut(ctx.tx, told.map(keyOf), 'undone', ctx.now)
  const text = (t: Translate) =>
    t('reorganisation.told.undone', { document: what.document, day: formatDate(what.effectiveOn) })
  for (const personId of told)
    if (!taken.includes(keyOf(personId)))
      await tellOne(ctx, campaign, `reorganisation.undone:${id}:${personId}`, personId, text)
}

async function tellOne(
  { tx, now, texts }: Telling,
  campaign: ActiveCampaign,
  dedupeKey: string,
  personId: string,
  text: (t: Translate) => string,
): Promise<boolean> {
  const { locale } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { locale: true } })
  const message = { text: text(texts(locale === 'en' ? 'en' : 'vi')) }
  return enqueueTo(
    tx,
    personId,
    { dedupeKey, kind: 'NOTICE', campaign: null, message, ...inOfficeHours(campaign, now) },
    now,
  )
}

function wordsOf(t: Translate, campaign: ActiveCampaign, what: Reorganisation, { from, to }: GoingPerson): string {
  const named = { from: unitName(campaign, from), day: formatDate(lastDayOf(what)), document: what.document }
  if (to === null) return t('reorganisation.told.stopped', named)
  return t('reorganisation.told.moved', { ...named, to: unitName(campaign, to) })
}
