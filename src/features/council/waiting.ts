import type { Ctx, Waiting } from '../../contract/feature.ts'
import { COUNCIL_PATH } from './rights.ts'
import { memberOf, sittingsFor, type WholeSitting } from './sitting.ts'
import { confirmsAs } from './steps/minutes.ts'
import { whyNot } from './steps/vote.ts'

/** What waits for this person as a member: to answer, to vote, to open, to read, to confirm. */
export async function councilWaiting(ctx: Ctx): Promise<Waiting[]> {
  if (!ctx.person.roles.some(({ role }) => role === 'COUNCIL')) return []
  return (await sittingsFor(ctx, [])).flatMap(sitting => {
    const what = waitsFor(ctx, sitting)
    return what === null
      ? []
      : [
          {
            label: ctx.t(`council.chat.waiting.${what.name}`, {
              ...{ code: sitting.code, at: ctx.localTime(sitting.at), count: what.count },
            }),
            since: what.since ?? sitting.preparedAt,
            go: { to: 'council.show', args: { id: sitting.id } },
            page: COUNCIL_PATH,
          },
        ]
  })
}

interface Waits {
  name: 'answer' | 'vote' | 'open' | 'read' | 'confirm'
  since: Date | null
  count: number
}

function waitsFor(ctx: Ctx, sitting: WholeSitting): Waits | null {
  const me = memberOf(sitting, ctx)
  if (!me) return null
  const { state } = sitting
  const open = sitting.cases.filter(
    ({ conflicts, ballots }) => ![...conflicts, ...ballots].some(({ personId }) => personId === me.personId),
  )
  if (state === 'INVITED' && me.attendance === 'INVITED')
    return { name: 'answer', since: sitting.invitedAt, count: open.length }
  const mayVote = whyNot(sitting, me) === null || state === 'VOTING'
  if (mayVote && open.length > 0)
    return { name: 'vote', since: sitting.beganAt ?? sitting.invitedAt, count: open.length }
  if (state === 'CLOSED' && me.part === 'CHAIR') return { name: 'open', since: sitting.closedAt, count: 0 }
  if (state !== 'OPENED') return null
  const as = confirmsAs(ctx, sitting)
  if (as && sitting[as] === null) return { name: 'confirm', since: sitting.openedAt, count: 0 }
  return me.readAt === null ? { name: 'read', since: sitting.openedAt, count: 0 } : null
}
