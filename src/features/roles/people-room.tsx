import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { historyOf } from '../../people/history.ts'
import { mayEver } from '../../people/may.ts'
import { openSessions } from '../../people/sessions.ts'
import type { AnyKind } from '../../records/kind.ts'
import { Role } from '../../store/generated/client.ts'
import { type Done, end, give } from './give.ts'
import { handOver } from './hand-over.ts'
import { join } from './join.ts'
import { PeoplePage } from './people-page.tsx'
import { PersonPage } from './person-page.tsx'
import { seePeople } from './rights.ts'
import { heldOn, isMatching, type Known, namesakesOf, readKnown, readOne, unreachableSince } from './store.ts'

/** Everybody who takes part; behind each the roles by period, which are given, ended and handed over here. */
export const peopleRoomOver = (kinds: readonly AnyKind[]): DeskRoom => ({
  path: 'con-nguoi',
  group: 'members',
  title: 'roleGiving.people.title',
  door: 'house',
  mayOpen: person => mayEver(person, seePeople),

  answer: async (ctx, request) => {
    if (request.rest === '') return request.form ? null : list(ctx, request)
    const known = await readOne(ctx, request.rest)
    if (!known) return null
    if (!request.form) return one(ctx, request, known, null)
    const done = await act(ctx, kinds, known, request.form)
    if (!done.ok) return one(ctx, request, known, done.say)
    // Who sees only their own unit may have let go the last that they saw.
    const goTo = (await readOne(ctx, known.id)) ? `${request.address}/${known.id}` : request.address
    return { goTo, isGood: true, say: done.say }
  },
})

const pageSize = 50

async function list(ctx: Ctx, { address, search }: RoomRequest): Promise<RoomAnswer> {
  const day = ctx.today.toString()
  const asked = {
    q: search.get('q') ?? '',
    unit: search.get('don-vi') ?? '',
    role: Object.values(Role).find(role => role === search.get('vai')) ?? null,
    isUnreachable: search.get('lien-lac') === 'mat',
  }
  const found = (await readKnown(ctx)).filter(known => {
    const held = heldOn(known.roles, day)
    return (
      isMatching(known, asked.q) &&
      (asked.unit === '' || held.some(({ unitCode }) => unitCode === asked.unit)) &&
      (asked.role === null || held.some(({ role }) => role === asked.role)) &&
      (!asked.isUnreachable || isUnreachable(known))
    )
  })
  const page = Math.max(1, Math.trunc(Number(search.get('trang'))) || 1)
  const shown = found.slice((page - 1) * pageSize, page * pageSize)
  const since = await unreachableSince(
    ctx,
    shown.flatMap(({ accounts }) => accounts.map(({ id }) => id)),
  )
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  return {
    title: ctx.t('roleGiving.people.title'),
    body: () => <PeoplePage {...{ ctx, address, asked, shown, since, total: found.length, page, pages }} />,
  }
}

/** Somebody without any chat that still works. */
function isUnreachable({ accounts }: Known): boolean {
  return accounts.every(({ state }) => state === 'INACTIVE')
}

async function one(
  ctx: Ctx,
  { address, csrf }: RoomRequest,
  known: Known,
  problem: string | null,
): Promise<RoomAnswer> {
  const { tx, now } = ctx
  const since = await unreachableSince(
    ctx,
    known.accounts.map(({ id }) => id),
  )
  const sessions = await openSessions(tx, known.id, now)
  const history = await historyOf(ctx, 'person', known.id)
  const namesakes = await namesakesOf(ctx, known)
  const colleagues = (await readKnown(ctx)).filter(({ id }) => id !== known.id)
  const shown = { ctx, address, csrf, known, since, sessions: sessions.length, history, namesakes, colleagues, problem }
  return {
    title: known.fullName,
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => <PersonPage {...shown} />,
  }
}

async function act(ctx: Ctx, kinds: readonly AnyKind[], known: Known, form: FormData): Promise<Done> {
  switch (form.get('viec')) {
    case 'giao':
      return give(ctx, known, form)
    case 'ket-thuc':
      return end(ctx, known, form)
    case 'ban-giao':
      return handOver(ctx, kinds, known, form)
    case 'nhap':
      return join(ctx, known, form)
    default:
      return { ok: false, say: ctx.t('desk.notFound') }
  }
}
