import { endedInWords } from '../../contract/ended-unit.ts'
import type { GuestCtx, Outcome, Submission } from '../../contract/feature.ts'
import type { AnswersOf } from '../../conversation/form.ts'
import { writeAudit } from '../../people/audit.ts'
import { useInvitation } from '../../people/invitation.ts'
import { readPerson } from '../../people/read-person.ts'
import { Role } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import type { MenuScreen } from '../menu/screen.ts'
import { type joinForm, noticeVersion } from './form.ts'

type Join = Submission<AnswersOf<typeof joinForm.fields>>

/** Makes the person (or gives a known one a further role). Nothing is kept of somebody who does not agree. */
export async function join(ctx: GuestCtx, { answers, params, draftId }: Join, menu: MenuScreen): Promise<Outcome> {
  if (answers.consent === false) {
    await ctx.tx.answer.deleteMany({ where: { draftId } })
    return { text: ctx.t('joining.disagreed') }
  }
  if (answers.isSame === true) {
    // A name proves nothing: the account that is here already hands out the code that joins this one.
    await ctx.tx.answer.deleteMany({ where: { draftId } })
    return { text: ctx.t('joining.joinAccounts', { name: params.namesake }) }
  }
  const unitCode = String(params.unitCode)
  const ended = endedInWords(ctx.t, ctx.campaign, unitCode, ctx.today.toString())
  if (ended !== null) return { text: ctx.t('joining.invalid.ended', { ended }) }
  const invitation = String(params.invitation)
  if (!(await useInvitation(ctx.tx, invitation, ctx.now))) return { text: ctx.t('joining.invalid.usedUp') }
  const personId = ctx.person?.id ?? (await makePerson(ctx, answers.fullName ?? String(params.name)))
  const role = Role[String(params.role) as Role]
  await ctx.tx.roleAssignment.create({
    data: {
      id: newId(ctx.now),
      personId,
      unitCode,
      role,
      position: answers.position ?? '',
      validFrom: ctx.today.toString(),
    },
  })
  const entry = {
    actorId: personId,
    actorRole: role,
    action: 'person.join',
    subjectType: 'person' as const,
    subjectId: personId,
  }
  await writeAudit(ctx.tx, { ...entry, to: `${role}@${unitCode}` }, ctx.now)
  const person = await readPerson(ctx.tx, personId, ctx.today)
  if (!person) throw new Error('the person that joined is not there')
  const hello = ctx.t('joining.joined', { name: person.fullName, unit: params.unit, roleName: params.roleName })
  return menu({ ...ctx, person }, hello)
}

async function makePerson(ctx: GuestCtx, fullName: string): Promise<string> {
  const id = newId(ctx.now)
  const givenName = fullName.split(' ').at(-1) ?? fullName
  await ctx.tx.person.create({ data: { id, fullName, givenName, createdAt: ctx.now } })
  await ctx.tx.account.update({ where: { id: ctx.account.id }, data: { personId: id } })
  await ctx.tx.webSession.updateMany({ where: { accountId: ctx.account.id }, data: { personId: id } })
  const consent = { id: newId(ctx.now), personId: id, noticeVersion, channel: ctx.account.channel, givenAt: ctx.now }
  await ctx.tx.consent.create({ data: consent })
  return id
}
