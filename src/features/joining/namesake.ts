import type { GuestCtx } from '../../contract/feature.ts'
import type { Answers, Params } from '../../conversation/field.ts'
import { fold } from '../../reading/text.ts'

/** Whether somebody of this name takes part at the unit already: probably the same person on a second account. */
export async function lookUpNamesake(ctx: GuestCtx, answers: Answers, params: Params): Promise<Params> {
  const name = fold(String(answers.fullName ?? params.name))
  if (ctx.person || name === '') return { namesake: '' }
  const people = await ctx.tx.person.findMany({
    where: {
      erasedAt: null,
      accounts: { some: { state: 'ACTIVE' } },
      roles: { some: { unitCode: String(params.unitCode), validTo: null } },
    },
    include: { accounts: { where: { state: 'ACTIVE' } } },
    take: 500,
  })
  const same = people.find(person => fold(person.fullName) === name)
  const channels = [...new Set(same?.accounts.map(account => ctx.t(`channels.${account.channel}`)))]
  return { namesake: same?.fullName ?? '', namesakeChannels: channels.join(', ') }
}
