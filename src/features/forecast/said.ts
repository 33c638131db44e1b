import { answersOf } from '../../records/answers.ts'
import { anyKind } from '../../records/kind.ts'
import { explanation } from './kind.ts'
import type { Asked } from './store.ts'

/** What a request stands at, as people call it. */
export type SaidState = 'OPEN' | 'EXPLAINED' | 'SEEN' | 'RETURNED' | 'CANCELLED'

export function saidState({ state, record }: Pick<Asked, 'state' | 'record'>): SaidState {
  return record ? (record.state as SaidState) : state
}

/** What was said to a request; null: nothing yet. */
export function saidTo({ record }: Asked) {
  const [version] = record?.versions ?? []
  if (!record || !version) return null
  const { cause, remedy } = answersOf(anyKind(explanation), version)
  return { sentAt: version.sentAt, cause: String(cause), remedy: String(remedy) }
}
