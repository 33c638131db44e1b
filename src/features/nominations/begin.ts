import type { Ctx, Outcome } from '../../contract/feature.ts'
import { mayEver } from '../../people/may.ts'
import { nominationRights } from './rights.ts'

/** `/khenthuong`: what this person may do about commendation. */
export async function commendation(ctx: Ctx): Promise<Outcome> {
  const { t, person } = ctx
  const choices = [
    ...(mayEver(person, nominationRights.write) ? [{ label: t('nomination.begin'), go: { to: 'nomination' } }] : []),
    { label: t('nomination.mine'), go: { to: 'nominations.mine' } },
    ...(mayEver(person, nominationRights.handle) ? [{ label: t('nomination.waiting'), go: { to: 'decide' } }] : []),
  ]
  return { title: t('nomination.title'), text: t('nomination.lead'), choices }
}
