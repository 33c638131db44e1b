import type { Field, FieldEnv, FieldReading } from './field.ts'

type Refused = Extract<FieldReading<unknown>, { ok: false }>

/** One sentence for an answer that was not taken: what was understood, and what is expected with an example. */
export function refusal(field: Field, reading: Refused, env: FieldEnv): string {
  if (reading.kind === 'ask') return `${env.t(`conversation.ask.${reading.why}`)} ${expected(field, env)}`
  return `${env.t(`conversation.refused.${reading.why}`, reading.detail)} ${expected(field, env)}`
}

function expected(field: Field, env: FieldEnv): string {
  return env.t(`conversation.expect.${field.kind}`)
}
