import type { OutboundMessage } from '../../channels/channel.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { cityPicture, citySum, wordsAreEnough } from './city-sum.ts'
import { fiveLines } from './five-lines.ts'
import { LEADERS_PATH, overview } from './rights.ts'

/** The five lines with the picture, as a message. */
export async function summaryFor(ctx: Ctx): Promise<OutboundMessage> {
  const { t } = ctx
  const sum = await citySum(ctx)
  const lines = await fiveLines(ctx, sum)
  const picture = sum && (await cityPicture(ctx, sum).catch(wordsAreEnough))
  return {
    title: t('leaders.title', { name: ctx.campaign.plan.identity.name, day: formatDate(ctx.today.toString()) }),
    text: lines.map(({ text }, at) => `${at + 1}. ${text}`).join('\n'),
    links: [{ label: t('leaders.onDesk'), url: `${ctx.publicUrl}/desk/${LEADERS_PATH}` }],
    ...(picture ? { attachments: [picture] } : {}),
  }
}

/** `/tongquan` */
export async function showSummary(ctx: Ctx): Promise<Outcome> {
  if (!may(ctx.person, overview))
    return { text: ctx.t('leaders.notAllowed'), choices: [{ label: ctx.t('board.command.menu'), go: { to: 'board' } }] }
  const { words: _, ...message } = await summaryFor(ctx)
  const choices = [
    { label: ctx.t('board.command.menu'), go: { to: 'board' } },
    { label: ctx.t('menu.toMenu'), go: { to: 'menu' } },
  ]
  return { ...message, choices }
}
