import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { endCalendarAddress, hasCalendarAddress, newCalendarAddress } from '../../people/calendar-address.ts'

/** `/lich`: a private address that a calendar program on the phone follows, with what one's units owe and when. */
async function offer(ctx: Ctx): Promise<Outcome> {
  const has = await hasCalendarAddress(ctx.tx, ctx.person.id)
  return {
    title: ctx.t('calendar.title'),
    text: ctx.t(has ? 'calendar.textAgain' : 'calendar.text'),
    choices: [
      { label: ctx.t(has ? 'calendar.renew' : 'calendar.make'), go: { to: 'calendar.make' } },
      ...(has ? [{ label: ctx.t('calendar.end'), go: { to: 'calendar.end' } }] : []),
    ],
  }
}

async function make(ctx: Ctx): Promise<Outcome> {
  const token = await newCalendarAddress(ctx.tx, ctx.person.id, ctx.now)
  const url = `${ctx.publicUrl}/lich/${token}.ics`
  return { text: ctx.t('calendar.made', { url }), links: [{ label: ctx.t('calendar.open'), url }] }
}

async function end(ctx: Ctx): Promise<Outcome> {
  const had = await endCalendarAddress(ctx.tx, ctx.person.id)
  return { text: ctx.t(had ? 'calendar.ended' : 'calendar.none') }
}

export const calendar: Feature = {
  name: 'calendar',
  isAboveCampaigns: true,
  commands: [
    {
      ...{
        to: 'calendar',
        says: 'calendar.command',
        slash: 'lich',
        offeredTo: 'everybody',
        behind: 'around',
        isHelped: true,
      },
      words: ['lịch|lịch của tôi|lịch hạn|thêm vào lịch|lịch trên điện thoại'],
    },
  ],
  routes: { calendar: offer, 'calendar.make': make, 'calendar.end': end },
}
