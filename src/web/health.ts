/** The state of one part; «off» is a part that is not set up. */
export type PartHealth = 'off' | { state: 'up' | 'starting' | 'down'; why?: string; [detail: string]: unknown }

/**
 * What /healthz answers. `ok` and `degraded`: messages can be taken in; `down`: they cannot, and none is acknowledged. `degraded` names
 * what somebody should look at. No secrets, no addresses with passwords.
 */
export type Health =
  | { status: 'ok' | 'down'; parts: Parts }
  | { status: 'degraded'; degraded: readonly string[]; parts: Parts }

type Parts = Readonly<Record<string, PartHealth>>
