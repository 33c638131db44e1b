import { unitName } from '../../campaign/names.ts'
import { after } from '../../clock.ts'
import { endedInWords } from '../../contract/ended-unit.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { invite } from '../../people/invitation.ts'
import { waysIn } from '../../people/ways-in.ts'
import { Role } from '../../store/generated/client.ts'
import { forwardText } from './forward-text.ts'
import { holdingDays } from './holding-days.ts'
import { invitingAs } from './listed.ts'

/** Makes one invitation and says it in words that can be passed on as they are. Asks the right again. */
export async function makeInvitation(
  ctx: Ctx,
  wanted: { unit?: string | null; role?: string | null; name?: string | null },
): Promise<Outcome> {
  const { t, tx, now, campaign } = ctx
  const unit = campaign.units.get(wanted.unit ?? '')
  const role = Object.values(Role).find(one => one === wanted.role)
  const by = unit && role ? invitingAs(ctx, unit.code, role) : null
  if (!unit || !role || !by) return { text: t('inviting.notAllowed') }
  const ended = endedInWords(t, campaign, unit.code, ctx.today.toString())
  if (ended !== null) return { text: ended }
  const expiresAt = after(now, holdingDays[0] * 24 * 3_600_000)
  const fullName = wanted.name ? { fullName: wanted.name } : {}
  const invitation = { unitCode: unit.code, role, ...fullName, expiresAt, maxUses: 1, createdBy: ctx.person.id }
  const { code } = await invite(tx, invitation, now, by.role)
  const ways = (await waysIn(tx, ctx.publicUrl))(code)
  const who = { unitCode: unit.code, role, fullName: wanted.name ?? '', code, expiresAt }
  const said = { code, unit: unitName(campaign, unit.code), role: t(`roles.${role}`) }
  const web = ways.find(({ channel }) => channel === 'web')
  return {
    text: `${t('inviting.made', said)}\n\n${t('inviting.passOn')}\n\n${forwardText(ctx, who, ways)}`,
    links: web ? [{ label: t('inviting.link'), url: web.url }] : [],
  }
}
