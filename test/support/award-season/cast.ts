import type { OutboundMessage } from '../../../src/channels/channel.ts'
import { linkToWeb } from '../../../src/people/one-time-link.ts'
import type { Role } from '../../../src/store/generated/client.ts'
import { newId } from '../../../src/store/new-id.ts'
import type { Actor } from '../journey.ts'
import { inviteIn } from '../test-system.ts'
import { type DeskVisitor, openDesk } from './desk-visitor.ts'
import type { Stage } from './stage.ts'

export interface Part {
  name: string
  role: Role
  unit: string
  position: string
}

/** The people of a season, by their names: some talk in the chat channel, some in the web chat, all have the desk. */
export class Cast {
  readonly #stage: Stage
  readonly #ids = new Map<string, string>()
  readonly #actors = new Map<string, Actor>()
  readonly #desks = new Map<string, { day: string; desk: DeskVisitor }>()

  constructor(stage: Stage) {
    this.#stage = stage
  }

  /** Joins with an invitation, in the chat channel or in the web chat. */
  async join({ name, role, unit, position }: Part, where: 'chat' | 'webChat'): Promise<void> {
    const { system, prisma } = this.#stage
    const actor = await this.#stage[where].actor(name)
    if (where === 'chat') this.#actors.set(name, actor)
    for (const line of [`/start ${await inviteIn(system, role, unit)}`, '1', name, position])
      await this.#typed(actor, line)
    const { id } = await prisma.person.findFirstOrThrow({ where: { fullName: name } })
    this.#ids.set(name, id)
  }

  /** Somebody who is here already, or one more role of theirs. */
  async know({ name, role, unit, position }: Part): Promise<void> {
    const { prisma, system } = this.#stage
    const at = system.clock.now()
    const id = this.#ids.get(name) ?? newId(at)
    if (!this.#ids.has(name)) {
      const givenName = name.split(' ').at(-1) ?? name
      const account = { id: newId(at), channel: 'web', externalId: `quen:${name}`, displayName: name, createdAt: at }
      await prisma.person.create({
        data: {
          id,
          fullName: name,
          givenName,
          createdAt: at,
          accounts: { create: { ...account, conversation: { create: {} } } },
        },
      })
    }
    this.#ids.set(name, id)
    const validFrom = `${at.getUTCFullYear() - 1}-01-01`
    await prisma.roleAssignment.create({
      data: { id: newId(at), personId: id, role, unitCode: unit, position, validFrom },
    })
  }

  idOf(name: string): string {
    const id = this.#ids.get(name)
    if (id === undefined) throw new Error(`nobody is called ${name}`)
    return id
  }

  names(): ReadonlyMap<string, string> {
    return new Map([...this.#ids].map(([name, id]) => [id, name]))
  }

  /** Says lines in their chat; the last answer, in words and choices. */
  async say(name: string, ...lines: readonly string[]): Promise<string> {
    const actor = this.#actors.get(name) ?? (await this.desk(name))
    for (const line of lines) {
      // What they were told meanwhile has come before they write: its buttons are not what they answer then.
      await this.#stage.settled()
      await this.#typed(actor, line)
    }
    return this.heard(name)
  }

  /** Presses a button of what they were told last, in the chat channel. */
  async press(name: string, button: string): Promise<string> {
    this.#stage.tick()
    await this.#actors.get(name)?.press(button)
    return this.heard(name)
  }

  /** What was answered last. */
  async heard(name: string): Promise<string> {
    const { body } = await this.#stage.prisma.outbox.findFirstOrThrow({
      where: { account: { personId: this.idOf(name) }, kind: 'REPLY' },
      orderBy: { seq: 'desc' },
    })
    const { message } = body as unknown as { message: OutboundMessage }
    return [message.title ?? '', message.text, ...(message.choices ?? [])].join('\n')
  }

  /** Their desk, signed in anew each day, as offices do. */
  async desk(name: string): Promise<DeskVisitor> {
    const { prisma, system, tick, ask } = this.#stage
    const day = system.clock.now().toISOString().slice(0, 10)
    const known = this.#desks.get(name)
    if (known?.day === day) return known.desk
    tick()
    const desk = await openDesk(ask, `/vao/${await linkToWeb(prisma, this.idOf(name), system.clock.now())}`, tick)
    this.#desks.set(name, { day, desk })
    return desk
  }

  async #typed(actor: Pick<Actor, 'type'>, line: string): Promise<void> {
    this.#stage.tick()
    await actor.type(line)
  }
}
