import { type ActiveCampaign, campaignOf } from '../campaign/active.ts'
import type { Plan } from '../campaign/plan.ts'
import { isUnderWay } from '../campaign/states.ts'
import { campaignsOf, readableBy } from '../contract/campaigns-of.ts'
import type { Ctx, GuestCtx, Screen } from '../contract/feature.ts'
import { notTakenInWords } from '../contract/not-taken.ts'
import type { Go } from '../outbox/go.ts'
import type { Scene } from './scene.ts'
import type { Place } from './turn.ts'

/** Where a chat stands among several campaigns. */
export interface Choosing {
  /** None was chosen, and what is asked for could be done in more than one. */
  isOpen: boolean
  /** What was chosen, to be kept; null: nothing needs to be. */
  chosen: ActiveCampaign | null
}

/** How a chat stands when an event begins: it goes on in its draft's campaign, or in the one it has chosen. */
export function choosingOf(ctx: GuestCtx, scene: Scene): Choosing {
  if (!ctx.person) return { isOpen: false, chosen: null }
  const { among } = ctx.campaign
  const day = ctx.today.toString()
  if (readableBy(ctx.person, among, day).length <= 1) return { isOpen: false, chosen: null }
  const kept = campaignOf(among, scene.draft?.campaignId ?? scene.campaignId)
  const chosen = kept?.id === ctx.campaign.id ? kept : null
  return { isOpen: chosen === null && campaignsOf(ctx.person, among, day).length > 1, chosen }
}

/** How what is said is headed, and what is kept; nothing is said where one campaign is open. */
export function placeOf(ctx: GuestCtx, { isOpen, chosen }: Choosing): Place {
  const { shownAs } = ctx.campaign
  return { chosen: chosen?.id ?? null, shownAs: isOpen || !ctx.person ? null : shownAs }
}

/** The person's open campaigns that have what is asked for; nothing where there is no choice. */
export function possibleIn(ctx: Ctx, has: (plan: Plan) => boolean): readonly ActiveCampaign[] {
  const campaigns = campaignsOf(ctx.person, ctx.campaign.among, ctx.today.toString())
  return campaigns.length > 1 ? campaigns.filter(({ plan }) => has(plan)) : []
}

/** Asks for which campaign something is meant; with the answer it is done. */
export function askWhich(ctx: Ctx, campaigns: readonly ActiveCampaign[], then: Go): Screen {
  return { text: ctx.t('campaigns.which'), choices: campaigns.map(campaign => choiceOf(ctx, campaign, then)) }
}

/** All that this person may work in or look at, to go on in another. */
export function offerAll(ctx: Ctx): Screen {
  const campaigns = readableBy(ctx.person, ctx.campaign.among, ctx.today.toString())
  const [only, ...others] = campaigns
  if (only && others.length === 0) return { text: ctx.t('campaigns.onlyOne', { name: nameOf(only) }) }
  return { text: ctx.t('campaigns.change'), choices: campaigns.map(campaign => choiceOf(ctx, campaign, null)) }
}

/** What is wanted is not taken in any more, or not yet; it can be done in another campaign, and corrected what was handed in to this one. */
export function closedScreen(ctx: Ctx, then: Go | null): Screen {
  const { t, campaign, today } = ctx
  const others = campaignsOf(ctx.person, campaign.among, today.toString()).filter(isUnderWay)
  const own = { label: t('records.command.menu'), go: { to: 'records' } }
  return {
    text: notTakenInWords(t, campaign, today.toString()),
    choices: [...(campaign.state === 'AWARDED' ? [own] : []), ...others.map(one => choiceOf(ctx, one, then))],
  }
}

/** What a chat is told that has come to another campaign. */
export function arrivedInWords({ t, campaign }: Pick<Ctx, 't' | 'campaign'>): string {
  return t(campaign.isWritable ? 'campaigns.arrived' : 'campaigns.arrivedClosed', { name: nameOf(campaign) })
}

function choiceOf({ t }: Pick<Ctx, 't'>, campaign: ActiveCampaign, then: Go | null) {
  const name = nameOf(campaign)
  const args = { id: campaign.id, ...(then ? { to: then.to, args: JSON.stringify(then.args ?? {}) } : {}) }
  return {
    label: campaign.isWritable ? name : t('campaigns.closedChoice', { name }),
    go: { to: 'campaign.choose', args },
  }
}

/** What it is called, beside others or alone. */
function nameOf({ shownAs, plan, year }: ActiveCampaign): string {
  return shownAs ?? `${plan.identity.name} ${year}`
}
