import type { Initiative } from '../../store/generated/client.ts'

/** Text key of the state as people call it: a registered form that was taken in is said so. */
export function stateKey({ state, receivedAt }: Pick<Initiative, 'state' | 'receivedAt'>): string {
  return state === 'REGISTERED' && receivedAt !== null ? 'initiatives.states.RECEIVED' : `initiatives.states.${state}`
}
