/** The state of one part; «off» is a part that is not set up. */
export type PartHealth = 'off' | { state: 'up' | 'starting' | 'down'; why?: string; [detail: string]: unknown }

/** What /healthz answers. `ok`: messages can be taken in. No secrets, no addresses with passwords. */
export interface Health {
  status: 'ok' | 'down'
  parts: Readonly<Record<string, PartHealth>>
}
