import { existsOn } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { type Holder, holdersOf } from '../../people/holders.ts'
import type { Role } from '../../store/generated/client.ts'
import { keepDelivery } from './keep.ts'
import type { PaperWithFiles } from './store.ts'

/** A line of the distribution list of the plan, with its people in the system. */
export interface ToDeliver {
  name: string
  people: readonly Holder[]
}

/** Who answers for a unit. */
const addressed: readonly Role[] = ['CHAIR', 'VICE', 'HEAD', 'WARD_CHAIR']

/** To whom a paper of the office may go: the distribution list of the plan. One of a unit goes to the office by the desk itself. */
export async function recipientsOf(
  ctx: Ctx,
  { unitCode, code }: Pick<PaperWithFiles, 'unitCode' | 'code'>,
): Promise<ToDeliver[]> {
  if (unitCode !== null) return []
  // An urging letter is for the units that it names: whole lines of the list are told of it by nobody here.
  const isForAll = code !== 'DOC09'
  const { plan, units } = ctx.campaign
  const listed = plan.recipients.filter(({ purpose }) => purpose !== 'FILE')
  const found: ToDeliver[] = []
  for (const { name, units: codes, unitKinds } of listed) {
    const of = [...units.values()].filter(
      unit =>
        existsOn(unit, ctx.today.toString()) &&
        (codes.includes(unit.code) || unitKinds.some(kind => kind === unit.kind)),
    )
    const unitCodes = of.map(({ code }) => code)
    found.push({
      name,
      people: of.length === 0 || !isForAll ? [] : await holdersOf(ctx.tx, addressed, ctx.today, unitCodes),
    })
  }
  return found
}

/** Sends it to the people of these recipients in their chats, each person once however often. How many it goes to. */
export async function deliverHere(ctx: Ctx, paper: PaperWithFiles, to: readonly ToDeliver[]): Promise<number> {
  const reached = new Set<string>()
  for (const { name, people } of to) {
    const told: string[] = []
    for (const person of people) {
      const t = ctx.texts(person.locale)
      const text = t('papers.delivered.text', { name: t(`papers.${paper.code}.name`), number: paper.number })
      const file = paper.signed?.file ?? paper.file
      const message = { text, attachments: [{ fileId: file.id, name: file.name }] }
      const dedupeKey = `paper:${paper.id}:${file.id}:${person.id}`
      if (
        !(await enqueueTo(ctx.tx, person.id, { dedupeKey, kind: 'NOTICE', campaign: ctx.campaign, message }, ctx.now))
      )
        continue
      told.push(person.id)
      reached.add(person.id)
    }
    if (told.length > 0) await keepDelivery(ctx, paper, { recipient: name, way: 'HERE', personIds: told })
  }
  return reached.size
}

/** Keeps that it went another way, which the system cannot see. */
export async function noteDelivery(
  ctx: Ctx,
  paper: PaperWithFiles,
  to: readonly ToDeliver[],
  note: string,
): Promise<number> {
  for (const { name } of to) await keepDelivery(ctx, paper, { recipient: name, way: 'ELSEWHERE', note, personIds: [] })
  return to.length
}
