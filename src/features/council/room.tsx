import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { mayEver } from '../../people/may.ts'
import { keyAnswer } from './key-room.tsx'
import { liveOf } from './live.ts'
import { membersAnswer } from './members-room.tsx'
import { newSittingAnswer } from './new-room.tsx'
import { SittingsPage } from './pages/list-page.tsx'
import { COUNCIL_PATH, prepareCityCouncil, prepareCouncil, preparedBy, sitInCouncil } from './rights.ts'
import { ownKey } from './sealed/own-key.ts'
import { sittingsFor } from './sitting.ts'
import { minutesFile, sittingAnswer } from './sitting-room.tsx'

/** The councils on the desk: members, sittings, the ballot, the minutes. */
export const councilRoom: DeskRoom = {
  path: COUNCIL_PATH,
  group: 'deciding',
  title: 'council.title',
  door: 'praise',
  mayOpen: person => [prepareCouncil, prepareCityCouncil, sitInCouncil].some(right => mayEver(person, right)),
  live: liveOf,

  answer: async (ctx, request) => {
    const [first = '', second] = request.rest.split('/')
    if (first === '') return list(ctx, request)
    if (first === 'khoa') return keyAnswer(ctx, request)
    if (first === 'thanh-vien' && second !== undefined) return membersAnswer(ctx, request, second)
    if (first === 'moi' && second !== undefined) return newSittingAnswer(ctx, request, second)
    if (!isId(first)) return null
    return second === 'bien-ban' ? minutesFile(ctx, first) : sittingAnswer(ctx, request, first)
  },
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

async function list(ctx: Ctx, { address }: RoomRequest): Promise<RoomAnswer> {
  const councils = preparedBy(ctx.person, ctx.campaign)
  const sittings = await sittingsFor(ctx, councils)
  const hasKey = (await ownKey(ctx.tx, ctx.person.id)) !== null
  const isMember = mayEver(ctx.person, sitInCouncil)
  return {
    title: ctx.t('council.title'),
    body: () => <SittingsPage {...{ ctx, address, sittings, councils, isMember, hasKey }} />,
  }
}
