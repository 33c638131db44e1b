import type { RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { holdersOf } from '../../people/holders.ts'
import { CouncilPart, Role } from '../../store/generated/client.ts'
import { chooseCouncil, membersOn, seat, superiorsOf, unseat } from './members.ts'
import { MembersPage } from './pages/members-page.tsx'
import { posted, postedDay } from './posted.ts'
import { cityCouncil, mayPrepare } from './rights.ts'

/** Those who may advise the City, wherever they work. */
const cityRoles: readonly Role[] = ['CHAIR', 'VICE', 'PNV', 'FOCAL', 'HEAD', 'FRONT']

export async function membersAnswer(ctx: Ctx, request: RoomRequest, unitCode: string): Promise<RoomAnswer | null> {
  if (!ctx.campaign.units.has(unitCode) || !mayPrepare(ctx.person, ctx.campaign, unitCode)) return null
  const { form, address } = request
  if (!form) return shown(ctx, request, unitCode, null)
  const done = await changed(ctx, form, unitCode)
  if (done === null) return null
  return done.ok
    ? { goTo: `${address}/thanh-vien/${unitCode}`, isGood: true, say: done.say }
    : shown(ctx, request, unitCode, done.say)
}

async function changed(ctx: Ctx, form: FormData, unitCode: string) {
  switch (form.get('viec')) {
    case 'them': {
      const part = Object.values(CouncilPart).find(known => known === form.get('vai')) ?? 'MEMBER'
      const from = postedDay(form, 'tu') ?? ctx.today.toString()
      const personId = posted(form, 'nguoi', 36)
      const position = posted(form, 'chuc-vu', 120)
      return seat(ctx, { unitCode, personId, part, position, from, to: postedDay(form, 'den') })
    }
    case 'thoi':
      return unseat(ctx, posted(form, 'ghe', 36))
    case 'hoi-dong':
      return chooseCouncil(ctx, unitCode, posted(form, 'hd', 40) || null)
  }
  return null
}

async function shown(
  ctx: Ctx,
  { address, csrf }: RoomRequest,
  unitCode: string,
  problem: string | null,
): Promise<RoomAnswer> {
  const { tx, t, today, campaign } = ctx
  const members = await membersOn(tx, unitCode, today.toString())
  const ofUnit = await holdersOf(tx, Object.values(Role), today, unitCode)
  const ofCity = unitCode === cityCouncil(campaign) ? await holdersOf(tx, cityRoles, today) : []
  const seated = new Set(members.map(({ personId }) => personId))
  const known = new Map([...ofUnit, ...ofCity].map(person => [person.id, person]))
  const candidates = [...known.values()].filter(({ id }) => !seated.has(id))
  const choice = await tx.councilChoice.findUnique({ where: { unitCode } })
  const superiors = superiorsOf(ctx, unitCode)
  const chosen = choice?.councilCode ?? null
  return {
    title: t('council.members.title'),
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => <MembersPage {...{ ctx, address, csrf, unitCode, members, candidates, superiors, chosen, problem }} />,
  }
}
