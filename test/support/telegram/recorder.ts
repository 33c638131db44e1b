import { limitProblems } from './request-limits.ts'
import { requestSchema } from './request-schema.ts'

export interface RecordedRequest {
  method: string
  payload: Record<string, unknown>
}

/** Keeps every request that goes out to Telegram and what is wrong with it. Each suite ends with `problems` being empty. */
export class Recorder {
  readonly requests: RecordedRequest[] = []
  readonly problems: string[] = []
  readonly #check: (method: string, payload: object) => string[]

  private constructor(check: (method: string, payload: object) => string[]) {
    this.#check = check
  }

  static async make(): Promise<Recorder> {
    return new Recorder(await requestSchema())
  }

  note(method: string, payload: Record<string, unknown>): void {
    this.requests.push({ method, payload })
    this.problems.push(...this.#check(method, payload), ...limitProblems(method, payload))
  }

  of(method: string): Record<string, unknown>[] {
    return this.requests.filter(request => request.method === method).map(request => request.payload)
  }
}
