import type { MenuDoor } from '../contract/command.ts'
import type { Door, DoorGroup, Tone } from '../contract/desk-page.ts'
import type { Ctx, FormEntry, Outcome, Screen, Submission } from '../contract/feature.ts'
import type { Answers, Params } from '../conversation/field.ts'
import type { AnswersOf, Fields, Form } from '../conversation/form.ts'
import type { HandedItem } from '../obligations/met-by.ts'
import type { Right } from '../people/right.ts'
import type { Record as StoredRecord } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'

/** Where a move leads that takes a record back to where it stood before the last one. */
export const whereItStood = 'whereItStood'

/** A decision that changes the state of a record. */
export interface Move {
  from: readonly string[]
  /** A state, or `whereItStood`. */
  to: string
  right: Right
  /**
   * `return`: names questions, each with its reason, and gives the record back to be corrected. `note`: a sentence that is no reason
   * (what it rests on, where), asked in the words of `moves.<move>.ask` and told under those of `moves.<move>.note`.
   */
  asks: 'nothing' | 'reason' | 'note' | 'return'
  /** Good or bad news, for the colour of its button. */
  tone: Extract<Tone, 'good' | 'bad' | 'neutral'>
}

/** A register that speaks of nominees: of whom, and in which of its states. */
export interface SaidOfNominee {
  /** `author`: of the person whose it is. `unit`: of the unit that its topic names. */
  whose: 'author' | 'unit'
  /** It supports the achievement. */
  supports?: readonly string[]
  /**
   * The achievement report tells it with its code, in the words `nomination.known.<kind>`: of a person what is theirs, of a unit what
   * its people did. What is personal, only where they write of themselves.
   */
  vouches?: readonly string[]
  /** People look at it before anything passes. */
  isOpen?: readonly string[]
}

export interface State {
  tone: Tone
  /** The moves that are expected next: the record waits for everybody who may make one of them. */
  waits?: readonly string[]
  /** Counts as handed in: meets the duty of the kind. */
  counts?: true
  /** The unit may hand in (again): nothing reached the office yet, or it came back. */
  handsIn?: true
  /** What is handed in next is no correction but its next part, under the words `parts.<state>`. */
  hasNextPart?: true
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
  /** Behind which door of the desk it stands; «records» when it says nothing. */
  readonly door?: Door
  /** With which pages of its door it stands. */
  readonly group?: DoorGroup
  /** The route that begins one. */
  readonly route: string
  /** How people come to it by themselves; its texts are `command.{menu,slash,help}`. Without it, it is begun elsewhere. */
  readonly command?: { slash: string; words?: readonly string[]; behind?: MenuDoor }
  /** Its table of `export`; its own name when it is not given. */
  readonly table?: string
  readonly form: Form<F>
  /** Other forms that it is filled in by, where what is asked depends on what it is about. */
  readonly otherForms?: readonly Form[]
  readonly past?: FormEntry['past']
  readonly lookUps?: FormEntry['lookUps']
  /** An answer after which nothing is handed in: `beforeHandIn` says why. */
  readonly isOver?: FormEntry['isOver']
  readonly states: Readonly<Record<string, State>>
  /** With the unit only; handed in. A unit whose head need not approve hands in at once. */
  readonly begins: string
  readonly handedIn: string
  /** Where what the head has let through stands instead, by its topic. */
  handedInFor?(topic: string): string
  /** The head's gate holds for the head's own hand-in, too: passing it is a step of its own. */
  readonly isAlwaysGated?: true
  readonly moves: Readonly<Record<string, Move>>
  readonly rights: {
    write: Right
    /** Given: it is a person's own work. It stays theirs whoever of the unit corrects it, and who may correct it holds this right. */
    edit?: Right
    /** Given: what others of the unit hand in waits for those who hold it. */
    approve?: Right
    /** Sees what was handed in, besides those who see everything of the unit. */
    see?: Right
  }
  /**
   * It is about the person whose it is: seen by them and, once handed in, by those who hold `rights.see`, and by nobody else of the unit
   * or of the offices; in lists, pages, files, what is found, and with no name in tables of `export`.
   */
  readonly isPersonal?: true
  /** Why the unit cannot begin one on the day, in words. */
  notBegunBy?(ctx: Ctx, unitCode: string): string | null
  /** What its form is started with besides the unit. */
  startedWith?(ctx: Ctx, unitCode: string): Promise<Params>
  /** What the options of its questions are called, where they were found when the form was started. */
  shownWith?(ctx: Pick<Ctx, 'campaign' | 't'>, record?: Pick<StoredRecord, 'topic' | 'title'>): Params
  /** Completes what a form was started with, for forms that an older release has begun. */
  started?(ctx: Ctx, params: Params): Promise<Params>
  /** There is one record of it, and what is handed in again is its next version; without it, each form makes a record. */
  key?(params: Params): string
  /** The period that it is for: «2024-Q2». */
  period?(params: Params): string
  /**
   * What is handed in, over the record as it stands by now: for kinds in which two people change different parts. Without it whoever comes
   * second is told what the first did, and asked.
   */
  over?(ctx: Ctx, present: StoredRecord | null, answers: AnswersOf<F>, params: Params): Promise<AnswersOf<F>>
  /** What the record is called beside its code. */
  title(answers: AnswersOf<F>, ctx: Pick<Ctx, 't' | 'campaign'>, params: Params): string
  /** More words to find it by. */
  searched?(answers: AnswersOf<F>, params: Params): string
  /** Why it is handed in again, when the form asks for it. */
  because?(answers: AnswersOf<F>): string
  topic?(answers: AnswersOf<F>, params: Params): string
  /** Agencies in whose field the record lies. */
  agencies?(ctx: Pick<Ctx, 'campaign' | 'today'>, topic: string): readonly string[]
  /** What it is to the duties of the plan; without it, it meets none. */
  meets?(record: Pick<StoredRecord, 'topic' | 'period'>): HandedItem
  /** Questions whose answers are columns of the list on the desk. */
  readonly columns: readonly (keyof F & string)[]
  /** Columns that are no answers, instead: their headings, and the cells of a version. */
  readonly cells?: {
    headings: readonly string[]
    of(ctx: Ctx, record: Pick<StoredRecord, 'topic' | 'period' | 'title'>, answers: Answers): string[]
  }
  /** Its topics by which the list is filtered, in words. */
  topics?(ctx: Ctx): readonly { value: string; label: string }[]
  /** States that a number counts together: the list is filtered by them, in the words `<kind>.stateGroups.<name>`. */
  readonly stateGroups?: Readonly<Record<string, readonly string[]>>
  /** Questions of one choice by which the list is filtered, with their codes. */
  readonly filters?: Readonly<Partial<Record<keyof F & string, readonly string[]>>>
  /** What is known of a record besides the answers of the version that is looked at. */
  more?(ctx: Ctx, record: StoredRecord, answers: Answers): Promise<readonly { label: string; value: string }[]>
  /** What this person may go on to from a record besides its moves. */
  leadsTo?(ctx: Ctx, record: StoredRecord): Promise<NonNullable<Screen['choices']>>
  /** The people whom records are about, by record: nobody decides on what is about themselves, and nobody is asked to. */
  aboutWhom?(tx: Tx, recordIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Ids of those of the kind that are much like this one, nearest first: who decides compares them. */
  alike?(ctx: Ctx, record: StoredRecord): Promise<readonly string[]>
  /** What a form for its correction is started with besides, where that changes with the day. */
  correctedWith?(ctx: Ctx, record: StoredRecord): Promise<Params>
  /** Where it is of account besides the duties that it meets, each with its page below /desk. */
  countsIn?(ctx: Pick<Ctx, 'campaign' | 't'>, record: StoredRecord): readonly { words: string; page: string }[]
  /** What it says of a nominee in the check sheet: see `SaidOfNominee`. */
  readonly ofNominee?: SaidOfNominee
  /** What follows, told to who has handed in. */
  next?(ctx: Ctx, record: StoredRecord): string
  /** Said instead of the common receipt; `heads`: see `receipt`. */
  receipt?(ctx: Ctx, record: StoredRecord, heads: number | null, submission: Submission<Answers>): Promise<Outcome>
  /** Several of one unit and period that wait for the same person are one line, told by the text `<name>.together`, and decided on there. */
  readonly together?: string
  /** What an officer looks for, told beside the decision. */
  checklist?(ctx: Pick<Ctx, 't' | 'campaign'>): string
  readonly hooks?: {
    /** What is said instead of taking each in; null: it is taken in. */
    beforeHandIn?(ctx: Ctx, asked: readonly Asked<AnswersOf<F>>[]): Promise<readonly (Outcome | null)[]>
    /** In the transaction of the hand-in or the move, after it was written. What is handed in together comes together. */
    afterHandIn?(ctx: Ctx, handed: readonly Handed<AnswersOf<F>>[]): Promise<void>
    afterMove?(ctx: Ctx, record: StoredRecord, move: string): Promise<void>
    /** Why a move, the head's word included, may not be made now, in words; null: nothing stands in its way. */
    beforeMove?(ctx: Ctx, record: StoredRecord, move: string): Promise<string | null>
    /** Why a decision can no longer be taken back: what rests on it, in words; null: nothing does. */
    restsOn?(ctx: Ctx, record: StoredRecord): Promise<string | null>
  }
}

/** A form that somebody wants to hand in. */
export interface Asked<A = Answers> {
  answers: A
  params: Params
}

/** A form that was handed in, and the record that it became or corrected. */
export interface Handed<A = Answers> extends Asked<A> {
  record: StoredRecord
}

/** A declaration whose form is no longer told apart, for the parts that handle all kinds alike. */
export type AnyKind = Omit<
  RecordKind,
  'over' | 'title' | 'searched' | 'because' | 'topic' | 'columns' | 'filters' | 'hooks'
> & {
  over?(ctx: Ctx, present: StoredRecord | null, answers: Answers, params: Params): Promise<Answers>
  title(answers: Answers, ctx: Pick<Ctx, 't' | 'campaign'>, params: Params): string
  searched?(answers: Answers, params: Params): string
  because?(answers: Answers): string
  topic?(answers: Answers, params: Params): string
  readonly columns: readonly string[]
  readonly filters?: Readonly<Record<string, readonly string[]>>
  readonly hooks?: {
    beforeHandIn?(ctx: Ctx, asked: readonly Asked[]): Promise<readonly (Outcome | null)[]>
    afterHandIn?(ctx: Ctx, handed: readonly Handed[]): Promise<void>
    afterMove?(ctx: Ctx, record: StoredRecord, move: string): Promise<void>
    beforeMove?(ctx: Ctx, record: StoredRecord, move: string): Promise<string | null>
    restsOn?(ctx: Ctx, record: StoredRecord): Promise<string | null>
  }
}

/** Checks a declaration against itself, so that a slip fails at the start and not in a decision. */
export function recordKind<F extends Fields>(kind: RecordKind<F>): RecordKind<F> {
  const fault = (what: string) => new Error(`record kind ${kind.name}: ${what}`)
  for (const state of [kind.begins, kind.handedIn]) if (!kind.states[state]) throw fault(`no state ${state}`)
  if (kind.isPersonal && !(kind.rights.edit && kind.rights.see)) throw fault('whose it is, and who sees it')
  for (const [name, { from, to }] of Object.entries(kind.moves)) {
    for (const state of to === whereItStood ? from : [...from, to])
      if (!kind.states[state]) throw fault(`${name} uses no state ${state}`)
  }
  for (const [name, { waits = [] }] of Object.entries(kind.states)) {
    const missing = waits.find(move => !kind.moves[move]?.from.includes(name))
    if (missing !== undefined) throw fault(`${name} waits for no move ${missing}`)
  }
  return kind
}

/** A declaration as the parts take it that handle all kinds alike. */
export function anyKind<F extends Fields>(kind: RecordKind<F>): AnyKind {
  // Only forgets which form it is; its functions are called with answers of that form and of no other.
  return kind as unknown as AnyKind
}

type Moving = Pick<AnyKind, 'states' | 'moves' | 'rights'>

/** The rights of those who may act next in a state, each once. */
export function awaited(kind: Moving, state: string): Right[] {
  const rights = (kind.states[state]?.waits ?? []).flatMap(move => kind.moves[move]?.right ?? [])
  return [...new Map(rights.map(right => [right.name, right])).values()]
}

/** Their names as a record keeps them, a space between two; null: it waits for nobody. */
export function waitsFor(kind: Moving, state: string): string | null {
  const names = awaited(kind, state).map(({ name }) => name)
  return names.length === 0 ? null : names.join(' ')
}

/** The right to hand in again what came back. */
export function correcting({ rights }: Moving): Right {
  return rights.edit ?? rights.write
}

/** Where a record stands that reached the office. */
export function handedInOf(kind: Pick<AnyKind, 'handedIn' | 'handedInFor'>, topic: string): string {
  return kind.handedInFor?.(topic) ?? kind.handedIn
}

/** Every right that a kind asks for, each once. */
export function rightsOfKind({ rights, moves }: Moving): Right[] {
  return [...new Set([...Object.values(rights), ...Object.values(moves).map(({ right }) => right)])]
}

/** The rights of those who decide on records of a kind, the head's word included. */
export function deciding({ rights, moves }: Moving): Right[] {
  const decisions = Object.values(moves).flatMap(({ right }) => (right.isDecision ? [right] : []))
  return [...(rights.approve ? [rights.approve] : []), ...decisions]
}

/** The states in which a record counts as handed in. */
export function counting({ states }: Pick<Moving, 'states'>): string[] {
  return Object.keys(states).filter(state => states[state]?.counts)
}
