import type { Tone } from '../contract/desk-page.ts'

/** The state of a record; the tone is never the only sign, the words say it. */
export function StateChip({ state }: { state: { label: string; tone: Tone } }) {
  return <span class={`chip ${state.tone}`}>{state.label}</span>
}
