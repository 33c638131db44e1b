import type { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../campaign/active.ts'
import type { Plan } from '../campaign/plan.ts'
import type { ChannelName, OutboundMessage } from '../channels/channel.ts'
import type { Answers, Params } from '../conversation/field.ts'
import type { AnswersOf, Fields, Form } from '../conversation/form.ts'
import type { Go } from '../outbox/go.ts'
import type { Audited } from '../people/audit.ts'
import type { Action } from '../people/house-rights.ts'
import type { Person } from '../people/person.ts'
import type { PersonalData } from '../people/personal-data.ts'
import type { Right } from '../people/right.ts'
import type { Tx } from '../store/transaction.ts'
import type { Locale, Translate } from '../texts.ts'
import type { Command } from './command.ts'
import type { Dated } from './dated.ts'
import type { DeskPage, DeskRoom } from './desk-page.ts'
import type { ExportTable } from './export-table.ts'
import type { Found } from './found.ts'
import type { MorningLine } from './morning.ts'
import type { OpenPage } from './open-page.ts'
import type { LookUpReported } from './reported.ts'
import type { Running } from './running.ts'

/** What a route shows: one message, and what its numbers mean. */
export interface Screen {
  title?: string
  text: string
  /** `aliases`: what may be typed instead of the number or the label. */
  choices?: readonly { label: string; go: Go; aliases?: readonly string[] }[]
  /** What has no line here and may be typed by its label all the same. */
  also?: readonly { label: string; go: Go }[]
  links?: NonNullable<OutboundMessage['links']>
  attachments?: NonNullable<OutboundMessage['attachments']>
}

/** Begin a form. An open draft of the same form and `key` is offered again instead of a second one. */
export interface StartForm {
  start: string
  params: Params
  /** Tells drafts of one form apart: the target, the unit. */
  key?: string
}

/** The form that was confirmed stays open, at its summary: something is said, and the person is asked once more. */
export interface AskAgain {
  askAgain: readonly string[]
  /** What the form now knows besides. */
  params: Params
  /** What stands in it now as if it had been answered. */
  answers?: Answers
}

/** Go on with an open draft of this person. */
export interface ResumeDraft {
  resume: string
}

/** From here on the chat is about that campaign, and goes on there; null: the person chooses which. Of one campaign alone nobody chooses. */
export interface ChangeCampaign {
  campaign: string | null
  next: Go | null
}

export type Outcome = Screen | StartForm | ResumeDraft | AskAgain | ChangeCampaign

/**
 * Everything a feature may use while it handles one event. It changes the world through `tx` and by nothing else.
 */
export interface Ctx {
  tx: Tx
  now: Date
  today: Temporal.PlainDate
  /** When the person sent what is being handled; never after `now`. Lateness and periods are judged by it and its day. */
  sentAt: Date
  sentOn: Temporal.PlainDate
  /** An earlier time that nothing proves; kept for who decides (see intake/sent-at.ts). */
  claimedAt: Date | null
  campaign: ActiveCampaign
  account: { id: string; channel: ChannelName }
  t: Translate
  /** Sentences in another person's language, for notices. */
  texts: (locale: Locale) => Translate
  publicUrl: string
  officeSecret(): Promise<string>
  /** An instant as people here read it: «15/03/2024 08:30». */
  localTime: (instant: Date) => string
  person: Person
}

/** Before the person is known: joining only. */
export type GuestCtx = Omit<Ctx, 'person'> & { person: Person | null }

export type Route = (ctx: Ctx, args: Readonly<Record<string, string>>) => Promise<Outcome>

export interface Submission<A> {
  answers: A
  params: Params
  draftId: string
}

/** Looks something up right after an answer; what it finds is kept in the draft's params. */
export type LookUp = (ctx: GuestCtx, answers: Answers, params: Params) => Promise<Params>

/** A form with what it does when confirmed, and how drafts of its older versions go on. */
export interface FormEntry {
  form: Form
  /**
   * Older versions. With `form` kept, a running draft finishes in it and `upgrade` fits its answers to the present form at the
   * end; without, the draft is moved by `upgrade` when it is next touched.
   */
  past: readonly { version: number; form?: Form; upgrade(answers: Answers): Answers }[]
  /** Shown as the summary's end: false for forms that end with their last answer. */
  isConfirmed: boolean
  submit(ctx: GuestCtx, submission: Submission<Answers>): Promise<Outcome>
  /** By the field that was answered: what must be looked up before the next question. */
  lookUps?: Readonly<Record<string, LookUp>>
  /** An answer has settled the matter: the form is submitted as it stands, with the rest unasked. */
  isOver?(answers: Answers, params: Params): boolean
}

/** Ties a form to its typed `submit`. */
export function formEntry<F extends Fields>(
  form: Form<F>,
  rest: {
    past?: FormEntry['past']
    isConfirmed?: boolean
    submit(ctx: Ctx, submission: Submission<AnswersOf<F>>): Promise<Outcome>
    lookUps?: FormEntry['lookUps']
    isOver?: FormEntry['isOver']
  },
): FormEntry {
  return {
    form,
    past: rest.past ?? [],
    isConfirmed: rest.isConfirmed ?? true,
    // The engine submits only whole, checked answers of this very form, which is what AnswersOf says.
    submit: (ctx, submission) => rest.submit(ctx as Ctx, submission as Submission<AnswersOf<F>>),
    ...(rest.lookUps ? { lookUps: rest.lookUps } : {}),
    ...(rest.isOver ? { isOver: rest.isOver } : {}),
  }
}

/** Something that waits for this person's decision, for `/duyet` and the desk. */
export interface Waiting {
  /** Two lines at most: what, of which unit, since when. */
  label: string
  since: Date
  go: Go
  /** The page of the desk on which it is decided, when it is not that of the feature. */
  page?: string
}

/** What has to be settled with a person before an event of theirs is handled: done, and to be said first; or asked instead of it. */
export type SaidBefore = { say: string } | { ask: Screen }

/**
 * One feature: its routes by name (a command word names one), its forms, what waits for a decision, its page on the desk.
 * A feature is wired by one line in `features/list.ts`.
 */
export interface Feature {
  name: string
  /**
   * It belongs to no campaign: people, accounts, settings, the menu. Nobody is asked for which campaign it is meant, and a closed one does not
   * keep from it. What its beats and daily works do, they do once and not for each campaign.
   */
  isAboveCampaigns?: true
  /** Whether a plan has such a thing: a person with several campaigns is asked only among those that do. Without it, every plan has. */
  isIn?(plan: Plan): boolean
  routes?: Readonly<Record<string, Route>>
  /** How people come to its routes: words, menus, help. */
  commands?: readonly Command[]
  /**
   * A whole message that is a question to this feature, at any time, an open form included: it is answered and never taken for an answer.
   * Pure; must be sure of itself.
   */
  asked?(text: string): Go | undefined
  /** What a message names that nothing understands and no form takes; undefined: nothing of this feature. */
  named?(ctx: Ctx, text: string): Promise<Go | undefined>
  /** Routes to which the contract has words and which stand in no menu. */
  typed?: readonly string[]
  forms?: readonly FormEntry[]
  waiting?(ctx: Ctx): Promise<readonly Waiting[]>
  /** What the first page of the desk tells this person of it, besides what waits: counts, each with its rows. */
  morning?(ctx: Ctx): Promise<readonly MorningLine[]>
  /** The rights of those for whom something may wait. */
  decides?: readonly (Action | Right)[]
  /** The rights that it asks for; those of a record follow from its kind. */
  rights?: readonly Right[]
  /** What it writes to the audit. */
  audits?: Audited
  /** Tables of `export`, by name. */
  exports?: Readonly<Record<string, ExportTable>>
  page?: DeskPage
  /** What it has with all of these words in it that this person may see, a few, the best first. The words are folded. */
  finds?(ctx: Ctx, words: readonly string[]): Promise<readonly Found[]>
  /** What this person's calendar shows of it. */
  dates?(ctx: Ctx): Promise<readonly Dated[]>
  /** Whether the file belongs to something of this feature that the person may see. */
  mayReadFile?(ctx: Ctx, fileId: string): Promise<boolean>
  /**
   * What it says by itself: called at every beat of the reminders within sending hours, by one instance at a time. Queues in
   * transactions of its own, tells how many messages, and costs next to nothing when there is nothing to say.
   */
  beat?(system: Running, campaign: ActiveCampaign, now: Date): Promise<number>
  /** How much was handed in from one instant to before the other, and how much waits for the office: officers are told in the morning. */
  cameIn?(tx: Tx, campaign: ActiveCampaign, from: Date, until: Date): Promise<CameIn>
  /** What was reported of what is owed: reminders tell it, and know nothing of figures themselves. One feature has it. */
  reported?: LookUpReported
  /**
   * What it does once a day, at any hour, by one instance at a time. Small statements; between them it asks whether it `goesOn`, and
   * leaves the rest to the next time when not.
   */
  daily?(system: Running, campaign: ActiveCampaign, now: Date, goesOn: () => Promise<boolean>): Promise<void>
  rooms?: readonly DeskRoom[]
  /** Pages for everybody, outside of the desk. */
  openPages?: readonly OpenPage[]
  /**
   * Looks before each event of a known person whether the world has changed around them. It costs nothing where it has not; what it
   * changes of the person and their drafts holds from this event on.
   */
  beforeEvent?(ctx: Ctx): Promise<SaidBefore | null>
  /** What its tables hold of people, and how it goes when somebody is erased. */
  personalData?: PersonalData
}

/** Counts of what units hand in. */
export interface CameIn {
  submitted: number
  waiting: number
}

/** A running system whose features may say something by themselves. */
export interface Speaking extends Running {
  registry: {
    beats: readonly { work: NonNullable<Feature['beat']>; isAboveCampaigns: boolean }[]
    cameIn: readonly NonNullable<Feature['cameIn']>[]
    reported: LookUpReported
  }
}
