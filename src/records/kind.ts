import type { Tone } from '../contract/desk-page.ts'
import type { Ctx, FormEntry } from '../contract/feature.ts'
import type { Answers, Params } from '../conversation/field.ts'
import type { AnswersOf, Fields, Form } from '../conversation/form.ts'
import type { HandedItem } from '../obligations/met-by.ts'
import type { Right } from '../people/right.ts'
import type { Record as StoredRecord } from '../store/generated/client.ts'

/** A decision that changes the state of a record. */
export interface Move {
  from: readonly string[]
  to: string
  right: Right
  /** `return`: names questions, each with its reason, and gives the record back to be corrected. */
  asks: 'nothing' | 'reason' | 'return'
  /** Good or bad news, for the colour of its button. */
  tone: Extract<Tone, 'good' | 'bad' | 'neutral'>
}

export interface State {
  tone: Tone
  /** The move that is expected next: the record waits for those who may make it. */
  waits?: string
  /** Counts as handed in: meets the duty of the kind. */
  counts?: true
  /** The unit may hand in (again): nothing reached the office yet, or it came back. */
  handsIn?: true
}

/**
 * All that is particular to one kind of record. Everything else (versions, the head's gate, returns by question, lateness, who sees
 * what, chat screens, desk page, history, what waits) is the life of a record and the same for all.
 *
 * Texts by convention, in the branch `name`: `thing` («văn bản phát động»), `states.<state>`, `moves.<move>.{do,did}`, `page`
 * (title of the list), and those of its form.
 */
export interface RecordKind<F extends Fields = Fields> {
  readonly name: string
  /** Letters of the code for people: PD-001. */
  readonly letters: string
  /** Address of its list on the desk. */
  readonly path: string
  /** The route that begins one. */
  readonly route: string
  readonly form: Form<F>
  readonly past?: FormEntry['past']
  readonly states: Readonly<Record<string, State>>
  /** With the unit only; handed in. A unit whose head need not approve hands in at once. */
  readonly begins: string
  readonly handedIn: string
  readonly moves: Readonly<Record<string, Move>>
  readonly rights: {
    write: Right
    /** Given: what others of the unit hand in waits for those who hold it. */
    approve?: Right
    /** Sees what was handed in, besides those who see everything of the unit. */
    see?: Right
  }
  /** There is one record of it, and what is handed in again is its next version; without it, each form makes a record. */
  key?(params: Params): string
  /** What the record is called beside its code. */
  title(answers: AnswersOf<F>, ctx: Pick<Ctx, 't'>): string
  /** More words to find it by. */
  searched?(answers: AnswersOf<F>): string
  topic?(answers: AnswersOf<F>, params: Params): string
  /** Agencies in whose field the record lies. */
  agencies?(ctx: Pick<Ctx, 'campaign'>, topic: string): readonly string[]
  /** What it is to the duties of the plan; without it, it meets none. */
  meets?: HandedItem
  /** Questions whose answers are columns of the list on the desk. */
  readonly columns: readonly (keyof F & string)[]
  /** What an officer looks for, told beside the decision. */
  checklist?(ctx: Pick<Ctx, 't'>): string
  readonly hooks?: {
    /** In the transaction of the hand-in or the move, after it was written. */
    afterHandIn?(ctx: Ctx, record: StoredRecord, answers: AnswersOf<F>): Promise<void>
    afterMove?(ctx: Ctx, record: StoredRecord, move: string): Promise<void>
    /** Why a decision can no longer be taken back: what rests on it, in words; null: nothing does. */
    restsOn?(ctx: Ctx, record: StoredRecord): Promise<string | null>
  }
}

/** A declaration whose form is no longer told apart, for the parts that handle all kinds alike. */
export type AnyKind = Omit<RecordKind, 'title' | 'searched' | 'topic' | 'columns' | 'hooks'> & {
  title(answers: Answers, ctx: Pick<Ctx, 't'>): string
  searched?(answers: Answers): string
  topic?(answers: Answers, params: Params): string
  readonly columns: readonly string[]
  readonly hooks?: {
    afterHandIn?(ctx: Ctx, record: StoredRecord, answers: Answers): Promise<void>
    afterMove?(ctx: Ctx, record: StoredRecord, move: string): Promise<void>
    restsOn?(ctx: Ctx, record: StoredRecord): Promise<string | null>
  }
}

/** Checks a declaration against itself, so that a slip fails at the start and not in a decision. */
export function recordKind<F extends Fields>(kind: RecordKind<F>): RecordKind<F> {
  const fault = (what: string) => new Error(`record kind ${kind.name}: ${what}`)
  for (const state of [kind.begins, kind.handedIn]) if (!kind.states[state]) throw fault(`no state ${state}`)
  for (const [name, { from, to }] of Object.entries(kind.moves)) {
    for (const state of [...from, to]) if (!kind.states[state]) throw fault(`${name} uses no state ${state}`)
  }
  for (const [name, { waits }] of Object.entries(kind.states)) {
    if (waits !== undefined && !kind.moves[waits]?.from.includes(name))
      throw fault(`${name} waits for no move ${waits}`)
  }
  return kind
}

/** The right of those who must act next in a state. */
export function waitsFor(kind: AnyKind, state: string): string | null {
  const move = kind.states[state]?.waits
  return move === undefined ? null : (kind.moves[move]?.right.name ?? null)
}
