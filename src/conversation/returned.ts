import type { Field, Json, Params } from './field.ts'

/** Why a question came back, where a form corrects something that was returned; empty: it did not. */
export function noteOn(name: string, params: Params): string {
  const note = branch(params.notes)[name]
  return typeof note === 'string' ? note : ''
}

/** What is offered for «giữ nguyên»: the answer that came back, or what the form knows before the person has said anything. */
export function offeredFor(field: Field, name: string, params: Params): unknown {
  const before = branch(params.before)[name]
  if (before !== undefined && before !== null) return field.decode ? field.decode(before) : before
  return field.prefill?.(params) ?? null
}

function branch(value: Json | undefined): { readonly [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : {}
}
