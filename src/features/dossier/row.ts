import type { Params } from '../../conversation/field.ts'
import type { Form } from '../../conversation/form.ts'
import type { Figure } from '../../figures/figure.ts'
import type { ReportKind } from '../progress/answered.ts'

/** Where the figure of a row stands that was handed in already. */
export type SentState = 'WITH_HEAD' | 'SENT' | 'RETURNED'

/** What was handed in of a row for its period. */
export interface Sent {
  recordId: string
  version: number
  state: SentState
  figure: Figure
  shown: string
  /** Why it came back. */
  why: string
}

/** A target of the dossier: what the unit is asked for, and what is known of it. */
export interface Row {
  /** Its place, from 1: the same for chat, page and file as long as the dossier lives. */
  n: number
  /** The code it is filed under. */
  topic: string
  /** The targets that the figure serves. */
  codes: readonly string[]
  /** What people call it. */
  name: string
  /** The plan's words and the labels of its figure. */
  words: readonly string[]
  kind: ReportKind
  form: Form
  /** What its form is started with. */
  params: Params
  /** The last figure that counts, with its words. */
  last: Figure | null
  lastShown: string
  /** What was handed in for this period. */
  sent: Sent | null
  dueOn: string | null
}
