import type { ActiveCampaign } from '../../src/campaign/active.ts'
import type { Answers, Params } from '../../src/conversation/field.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { type Made, makeMove } from '../../src/records/move.ts'
import { type TakenIn, takeIn } from '../../src/records/take-in.ts'
import type { Mark } from '../../src/records/write.ts'
import type { FileState } from '../../src/store/generated/client.ts'
import { newId } from '../../src/store/new-id.ts'
import { loadTexts, type Tree } from '../../src/texts.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'
import { toys } from '../house/toy-register/feature.ts'
import toyTexts from '../house/toy-register/vi.json' with { type: 'json' }

export const toy = toys.record
/** With what a toy says of whose state a next part is expected. */
const texts = { toy: { ...toyTexts, parts: { NEW: 'Gửi phần sau' } } }
export const t = loadTexts('vi', texts)

export interface Sent {
  title?: string
  unit?: string
  record?: string | null
  basedOn?: number
  params?: Params
  answers?: Answers
}

/** A world in which toys of P1 and P2 are handed in and decided on, by whatever the kind says in a test. */
export interface ToyWorld extends ChatWorld {
  takeIn(name: string, sent: readonly Sent[], kind?: AnyKind): Promise<TakenIn[]>
  /** The id of one toy that was taken in. */
  handIn(name: string, sent?: Sent, kind?: AnyKind): Promise<string>
  move(name: string, id: string, action: string, more?: Moving): Promise<Made>
  /** The record with its versions and moves, the oldest first. */
  stored(id: string): ReturnType<typeof storedIn>
}

interface Moving {
  reason?: string
  marks?: readonly Mark[]
  kind?: AnyKind
}

/** `more`: sentences of toys that say more of themselves. */
export async function toyWorld(more: Tree = {}): Promise<ToyWorld> {
  const said = { toy: { ...texts.toy, ...more } }
  const world = await chatWorld('2024-03-20T02:00:00Z', { features: [toys], texts: said })
  for (const unit of ['P1', 'P2']) {
    await world.join(`Đầu mối ${unit}`, 'CLERK', unit)
    await world.join(`Thủ trưởng ${unit}`, 'HEAD', unit)
  }
  await world.join('Cán bộ', 'PNV', 'NV')
  const takes: ToyWorld['takeIn'] = (name, sent, kind = toy) =>
    world.as(name, ctx =>
      takeIn(
        ctx,
        kind,
        sent.map(({ title = 'Xe gỗ', unit = 'P1', record = null, basedOn = 0, params, answers }) => ({
          form: kind.form,
          typed: new Map([['title', `«${title}»`]]),
          answers: { title, madeOn: madeOn, story: 'Chuyện dài', pictures: [], ...answers },
          params: { unit, record, basedOn, ...params },
          draftId: newId(ctx.now),
        })),
      ),
    )
  return {
    ...world,
    takeIn: takes,
    async handIn(name, sent = {}, kind = toy) {
      const [taken] = await takes(name, [sent], kind)
      if (!taken || 'instead' in taken) throw new Error(`not taken in: ${JSON.stringify(taken)}`)
      return taken.record.id
    },
    move: (name, id, action, { reason = '', marks = [], kind = toy } = {}) =>
      world.as(name, ctx => makeMove(ctx, kind, id, { action, reason, marks })),
    stored: id => storedIn(world, id),
  }
}

const madeOn = '2024-03-18'

function storedIn({ store }: ChatWorld, id: string) {
  return store.prisma.record.findUniqueOrThrow({
    where: { id },
    include: { versions: { orderBy: { version: 'asc' } }, moves: { orderBy: { seq: 'asc' } } },
  })
}

/** The campaign after the last day of a unit, in whose place others have come. */
export function withEnded(campaign: ActiveCampaign, code: string, ...successors: string[]): ActiveCampaign {
  const units = [...campaign.units].map(
    ([one, unit]) => [one, one === code ? { ...unit, validTo: '2024-03-17', successors } : unit] as const,
  )
  return { ...campaign, units: new Map(units) }
}

/** A file that somebody sent, as an answer names it. */
export async function fileOf(world: ChatWorld, name: string, file: string, state: FileState = 'STORED') {
  const account = await world.store.prisma.account.findFirstOrThrow({ where: { externalId: name } })
  const id = newId(world.clock.now())
  const sent = { channel: 'web', accountId: account.id, createdAt: world.clock.now() }
  await world.store.prisma.storedFile.create({ data: { id, name: file, state, mime: 'image/png', ...sent } })
  return { id, name: file }
}
