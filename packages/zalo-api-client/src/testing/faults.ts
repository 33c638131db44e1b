export type HostName = 'oauth' | 'openapi' | 'business' | 'bot'

/** What goes wrong with a call. */
export type FaultEffect =
  /** The platform refuses with this code and does nothing. */
  | { readonly kind: 'code'; readonly code: number }
  /** Something that is not the API answers: a proxy, a maintenance page. */
  | { readonly kind: 'page'; readonly status: number; readonly html: string }
  /** The connection ends before the call is read. */
  | { readonly kind: 'drop-before' }
  /** The call takes effect, and its answer is lost. */
  | { readonly kind: 'drop-after' }
  /** The call takes effect, and its answer comes late, by the fake's clock. */
  | { readonly kind: 'late'; readonly ms: number }

interface Fault {
  readonly host: HostName
  readonly path: RegExp
  readonly effect: FaultEffect
  left: number
}

/** Faults to come: each is used up by the calls that meet it, oldest first. */
export class Faults {
  readonly #faults: Fault[] = []

  add(host: HostName, effect: FaultEffect, options: { readonly path?: RegExp; readonly times?: number } = {}): void {
    this.#faults.push({ host, effect, path: options.path ?? /./, left: options.times ?? 1 })
  }

  take(host: HostName, path: string): FaultEffect | null {
    const fault = this.#faults.find(each => each.host === host && each.left > 0 && each.path.test(path))
    if (fault === undefined) return null
    fault.left -= 1
    return fault.effect
  }
}
