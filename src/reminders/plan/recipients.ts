import type { Audience } from '../../campaign/duty.ts'
import type { ClosedWhy } from '../../channels/channel.ts'
import type { Role } from '../../store/generated/client.ts'
import { noOrders, type Orders } from './order.ts'

export type Unreachable = ClosedWhy | 'noAccount'

/** A person who may be reminded, as of one day. */
export interface Recipient {
  personId: string
  name: string
  locale: 'vi' | 'en'
  roles: readonly { role: Role; unitCode: string }[]
  /** Why no channel takes a reminder to this person; null when one does. */
  unreachable: Unreachable | null
  /** Local hours 'HH:mm' between which the person is left in peace. */
  quietFrom: string | null
  quietTo: string | null
  /** Reminders queued or sent to the person on the present day. */
  sentToday: number
}

/** Whose duty it is. */
export interface Duty {
  unitCode: string
  /** Handed in by the focal point; the head has to approve. */
  isWithHead: boolean
  /** Units of the focal agencies of what is owed. */
  focalAgencies: readonly string[]
}

/** Finds people by unit and role. */
export class RecipientBook {
  readonly #byPlace = new Map<string, Recipient[]>()
  readonly #officers: Recipient[]
  readonly #byId: ReadonlyMap<string, Recipient>
  readonly #found = new Map<string, ReadonlyMap<string, Level>>()

  constructor(recipients: readonly Recipient[]) {
    this.#byId = new Map(recipients.map(recipient => [recipient.personId, recipient]))
    this.#officers = recipients.filter(recipient => recipient.roles.some(held => held.role === 'PNV'))
    for (const recipient of recipients) {
      for (const held of recipient.roles) this.#put(`${held.role}|${held.unitCode}`, recipient)
    }
  }

  get(personId: string): Recipient | undefined {
    return this.#byId.get(personId)
  }

  get officers(): readonly Recipient[] {
    return this.#officers
  }

  /**
   * Who is told at a step, each with the level they are told at. A level at which nobody is left, or nobody can be
   * reached, hands over to the next one up: focal point, head, officer. Those who cannot be reached stay in the list, so
   * that the ledger shows it.
   */
  audience(duty: Duty, wanted: readonly Audience[], orders: Orders): ReadonlyMap<string, Level> {
    if (orders !== noOrders) return this.#find(duty, wanted, orders)
    // What a unit owes is many things, told to the same few people at the same few steps.
    const key = `${duty.unitCode}|${duty.isWithHead}|${duty.focalAgencies.join()}|${wanted.join()}`
    const found = this.#found.get(key) ?? this.#find(duty, wanted, orders)
    this.#found.set(key, found)
    return found
  }

  #find(duty: Duty, wanted: readonly Audience[], orders: Orders): ReadonlyMap<string, Level> {
    const told = new Map<string, Level>()
    for (const level of levelsOf(duty, wanted)) this.#tell(told, duty, level, orders)
    return told
  }

  #tell(told: Map<string, Level>, duty: Duty, level: Level, orders: Orders): void {
    const people = this.#at(duty, level).filter(recipient => !orders.isNotMine(recipient.personId))
    for (const { personId } of people) if (!told.has(personId)) told.set(personId, level)
    const next = nextLevel[level]
    if (next && !people.some(recipient => recipient.unreachable === null)) this.#tell(told, duty, next, orders)
  }

  #at(duty: Duty, level: Level): readonly Recipient[] {
    switch (level) {
      case 'focalPoint':
        return this.#holding(['CLERK'], [duty.unitCode])
      case 'head':
        return this.#holding(['HEAD', 'WARD_CHAIR'], [duty.unitCode])
      case 'officer':
        return this.#officers
      case 'focalAgency':
        return this.#holding(['FOCAL'], duty.focalAgencies)
    }
  }

  #holding(roles: readonly Role[], units: readonly string[]): Recipient[] {
    const found = units.flatMap(unit => roles.flatMap(role => this.#byPlace.get(`${role}|${unit}`) ?? []))
    return [...new Set(found)]
  }

  #put(place: string, recipient: Recipient): void {
    const there = this.#byPlace.get(place)
    if (there) there.push(recipient)
    else this.#byPlace.set(place, [recipient])
  }
}

/** At which level of the line of command a person is told. */
export type Level = 'focalPoint' | 'head' | 'officer' | 'focalAgency'

const nextLevel: Record<Level, Level | null> = {
  focalPoint: 'head',
  head: 'officer',
  officer: null,
  focalAgency: 'officer',
}

/** While the head decides, the focal point has done their part and is left in peace. */
function levelsOf(duty: Duty, wanted: readonly Audience[]): Level[] {
  const levels = wanted.map((audience): Level => (audience === 'owner' ? 'focalPoint' : audience))
  const lifted = duty.isWithHead ? levels.map((level): Level => (level === 'focalPoint' ? 'head' : level)) : levels
  return [...new Set(lifted)]
}
