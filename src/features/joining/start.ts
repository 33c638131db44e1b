import { unitName } from '../../campaign/names.ts'
import { endedInWords } from '../../contract/ended-unit.ts'
import type { Ctx, GuestCtx, Outcome } from '../../contract/feature.ts'
import { createAttempts } from '../../people/attempts.ts'
import { findInvitation } from '../../people/invitation.ts'
import { codeIn } from '../../people/secret-code.ts'
import { writeSecurity } from '../../people/security-log.ts'
import type { MenuScreen } from '../menu/screen.ts'
import { accountLinked } from './link-account.ts'

/** Of each chat. */
const wrongCodes = createAttempts()

/** `/start [code]`: joining, joining one more unit, linking a second chat account, or the menu. */
export async function start(ctx: GuestCtx, args: Readonly<Record<string, string>>, menu: MenuScreen): Promise<Outcome> {
  const code = codeIn(args.code ?? args.typed ?? '') ?? args.code
  if (code === undefined) return ctx.person ? menu(ctx as Ctx) : welcome(ctx)
  if (!wrongCodes.mayTry(ctx.account.id, ctx.now)) return { text: ctx.t('joining.invalid.tooMany') }
  const linked = await accountLinked(ctx, code)
  if (linked) return menu(linked, ctx.t('joining.linked', { name: linked.person.fullName }))
  const invitation = await findInvitation(ctx.tx, code, ctx.now)
  if (!invitation.found) {
    const count = wrongCodes.count(ctx.account.id, ctx.now)
    const subject = { subjectType: 'account', subjectId: ctx.account.id } as const
    if (count === 1) await writeSecurity(ctx.tx, { person: ctx.person, action: 'chatCode.wrong', ...subject }, ctx.now)
    if (count === wrongCodes.each)
      await writeSecurity(ctx.tx, { person: ctx.person, action: 'chatCode.locked', ...subject }, ctx.now)
    return { text: ctx.t(`joining.invalid.${invitation.why}`) }
  }
  const ended = endedInWords(ctx.t, ctx.campaign, invitation.unitCode, ctx.today.toString())
  if (ended !== null) return { text: ctx.t('joining.invalid.ended', { ended }) }
  const unit = unitName(ctx.campaign, invitation.unitCode)
  const isHeld = ctx.person?.roles.some(held => held.role === invitation.role && held.unitCode === invitation.unitCode)
  if (isHeld) return menu(ctx as Ctx, ctx.t('joining.alreadyHeld', { unit }))
  return {
    start: 'join',
    key: invitation.id,
    params: {
      invitation: invitation.id,
      unitCode: invitation.unitCode,
      role: invitation.role,
      unit,
      roleName: ctx.t(`roles.${invitation.role}`),
      campaign: ctx.campaign.plan.identity.name,
      isKnown: ctx.person !== null,
      isNamed: invitation.fullName !== null,
      name: invitation.fullName ?? '',
    },
  }
}

function welcome(ctx: GuestCtx): Outcome {
  return { title: ctx.t('joining.welcomeTitle'), text: ctx.t('joining.welcome') }
}
