import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { mayEver } from '../../people/may.ts'
import { makePaper } from '../papers/rights.ts'
import { deliverHere, lockSending, noteDelivery, type OtherWay } from './deliver.ts'
import { keepPlan } from './keep-plan.ts'
import { letterTo } from './letter.ts'
import { DeliveriesPage, type Summary, summaryOf } from './list-page.tsx'
import { OnePage } from './one-page.tsx'
import { deliveriesOf, receivedBy } from './received.ts'
import { type Recipient, recipientsOf } from './recipients.ts'
import { allSendable, maySend, type Sendable, sendable } from './sendable.ts'

/** Who has received what, and what is sent on: the plan, papers that were issued, files of the library. */
export const deliveriesRoom: DeskRoom = {
  path: 'gui-van-ban',
  title: 'deliveries.title',
  door: 'papers',
  mayOpen: person => mayEver(person, makePaper) && maySend({ person }),

  answer: async (ctx, request) => {
    if (!maySend(ctx)) return null
    if (request.rest === '') {
      if (!request.form) return listed(ctx, request, null)
      const problem = await keepPlan(ctx, request.form.get('tep'))
      const { address } = request
      return problem === null
        ? { goTo: address, isGood: true, say: ctx.t('deliveries.planKept') }
        : listed(ctx, request, problem)
    }
    const [word = '', id = '', more] = request.rest.split('/')
    const sent = more === undefined ? await sendable(ctx, word, id) : null
    if (!sent) return null
    return request.form ? delivered(ctx, request, sent, request.form) : shown(ctx, request, sent, null)
  },
}

async function listed(ctx: Ctx, { address, csrf }: RoomRequest, problem: string | null): Promise<RoomAnswer> {
  const all: Summary[] = []
  for (const one of await allSendable(ctx)) all.push(await summaryOf(ctx, one))
  return {
    title: ctx.t('deliveries.title'),
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => <DeliveriesPage {...{ ctx, all, address, csrf, problem }} />,
  }
}

async function shown(ctx: Ctx, request: RoomRequest, sent: Sendable, problem: string | null): Promise<RoomAnswer> {
  const [recipients, received, past] = [
    await recipientsOf(ctx, sent),
    await receivedBy(ctx, sent),
    await deliveriesOf(ctx, sent),
  ]
  return {
    title: sent.title,
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => <OnePage {...{ ctx, request, sent, recipients, received, past, problem }} />,
  }
}

async function delivered(ctx: Ctx, request: RoomRequest, sent: Sendable, form: FormData): Promise<RoomAnswer> {
  const word = (name: string, most: number) =>
    String(form.get(name) ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, most)
  await lockSending(ctx, sent)
  // «Gửi lại» of one line, or what was ticked.
  const again = word('lai', 200)
  const names = again === '' ? form.getAll('noi-nhan').map(String) : [again]
  const chosen = (await recipientsOf(ctx, sent)).filter(({ name }) => names.includes(name))
  if (chosen.length === 0) return shown(ctx, request, sent, ctx.t('deliveries.problems.recipient'))
  const way = again === '' ? word('cach', 20) : 'HERE'
  const here = `${request.address}/${request.rest}`
  if (way === 'HERE') {
    const people = await deliverHere(ctx, sent, chosen)
    const say = ctx.t(people > 0 ? 'deliveries.done.here' : 'deliveries.done.nobody', { count: people })
    return { goTo: here, isGood: people > 0, say }
  }
  if (way === 'MAIL') return byMail(ctx, request, sent, chosen, word('dia-chi', 500))
  const other = otherWay(way, word('so', 60), word('ngay', 10), word('ghi-chu', 200), ctx.today.toString())
  if (other === null) return shown(ctx, request, sent, ctx.t(`deliveries.problems.${way === 'AXIS' ? 'axis' : 'note'}`))
  await noteDelivery(ctx, sent, chosen, other)
  return { goTo: here, isGood: true, say: ctx.t('deliveries.done.noted', { count: chosen.length }) }
}

async function byMail(
  ctx: Ctx,
  request: RoomRequest,
  sent: Sendable,
  chosen: readonly Recipient[],
  address: string,
): Promise<RoomAnswer> {
  const letter = await letterTo(ctx, sent, chosen, address)
  if (letter === null) return shown(ctx, request, sent, ctx.t('deliveries.problems.gone'))
  await noteDelivery(ctx, sent, chosen, { way: 'MAIL', note: address })
  return { file: letter }
}

/** How it went otherwise; null: what tells it is missing. A day to come is none. */
function otherWay(way: string, number: string, day: string, note: string, today: string): OtherWay | null {
  if (way !== 'AXIS') return note === '' ? null : { way: 'ELSEWHERE', note }
  return number !== '' && /^\d{4}-\d\d-\d\d$/.test(day) && day <= today ? { way, number, day } : null
}
