import { NumericIds } from './fake-ids.ts'

export interface FakeUser {
  readonly id: string
  readonly idByApp: string
  displayName: string
  /** As `84…`, when Zalo knows this person by phone. */
  phone: string | null
  isFollower: boolean
  /** May receive template messages in development mode. */
  isAdmin: boolean
  /** Milliseconds; `null` for a user who never did anything. */
  lastInteractionAt: number | null
  /** A code with which every message to this user is refused: -213, -217, -227, -244 … */
  refusal: number | null
}

/** A message of a user, as the read calls list it. */
export interface FakeWritten {
  readonly messageId: string
  readonly userId: string
  readonly text: string | null
  readonly at: number
}

/** The people of the fake. Their ids are above 2^53. */
export class FakeUsers {
  /** What they wrote, oldest first. */
  readonly written: FakeWritten[] = []
  readonly #byId = new Map<string, FakeUser>()
  readonly #ids = new NumericIds(8_000_000_000_000_000_000n)
  readonly #idsByApp = new NumericIds(7_000_000_000_000_000_000n)

  get all(): readonly FakeUser[] {
    return [...this.#byId.values()]
  }

  add(facts: Partial<Omit<FakeUser, 'id' | 'idByApp'>> = {}): FakeUser {
    const user: FakeUser = {
      id: this.#ids.next(),
      idByApp: this.#idsByApp.next(),
      displayName: 'Nguyễn Văn An',
      phone: null,
      isFollower: true,
      isAdmin: false,
      lastInteractionAt: null,
      refusal: null,
      ...facts,
    }
    this.#byId.set(user.id, user)
    return user
  }

  find(id: string): FakeUser | null {
    return this.#byId.get(id) ?? null
  }

  byPhone(phone: string): FakeUser | null {
    return this.all.find(user => user.phone === phone) ?? null
  }
}
