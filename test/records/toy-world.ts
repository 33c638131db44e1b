import type { Answers, Params } from '../../src/conversation/field.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { type Made, makeMove } from '../../src/records/move.ts'
import { type TakenIn, takeIn } from '../../src/records/take-in.ts'
import type { Mark } from '../../src/records/write.ts'
import { newId } from '../../src/store/new-id.ts'
import { loadTexts, type Tree } from '../../src/texts.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'
import { toys } from '../house/toy-register/feature.ts'
import toyTexts from '../house/toy-register/vi.json' with { type: 'json' }

export const toy = toys.record
export const t = loadTexts('vi', { toy: toyTexts })

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

/** `texts`: of its moves, where a test has others than the register. */
export async function toyWorld(texts: Tree = toyTexts): Promise<ToyWorld> {
  const world = await chatWorld('2024-03-20T02:00:00Z', { features: [toys], texts: { toy: texts } })
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
