import { createHash } from 'node:crypto'
import type { Locale, Translate } from '../../texts.ts'
import type { RowChange } from '../plan/ledger.ts'
import { isEscalated } from '../plan/owed.ts'
import { type Decisions, type PlannedMessage, type PlannerInput, planReminders } from '../plan/planner.ts'
import { type Recipient, RecipientBook } from '../plan/recipients.ts'
import { dayAndHour, instantAt, isQuiet, isSendingTime } from '../plan/sending-hours.ts'
import { type DayContent, dayMessage } from '../words/day-message.ts'
import type { Composed } from '../words/message.ts'
import { freshMorning, type Morning, morningExtras, morningKey, noExtras } from '../words/morning.ts'
import type { Subject, Wording } from '../words/wording.ts'

/** Everything one beat needs, as data. */
export interface RoundInput extends Omit<PlannerInput, 'recipients'> {
  recipients: readonly Recipient[]
  subjects: ReadonlyMap<string, Subject>
  /** Names of people who are no longer recipients but were told before. */
  names: ReadonlyMap<string, string>
  office: string
  /** The campaign of all that is owed. */
  campaign: { id: string; codeMark: string; shownAs: string | null }
  texts(locale: Locale): Translate
  /** Set at the first beat of a working day; `owed` must then hold all open obligations. */
  morning: Morning | null
}

/** A message to queue, with the ledger rows it stands for. */
export interface RoundMessage {
  recipient: Recipient
  key: string
  content: DayContent
  composed: Composed
  rows: readonly RowChange[]
  /** The person's quiet hours end then. */
  notBefore: Date | null
}

export interface Round {
  messages: readonly RoundMessage[]
  rows: readonly RowChange[]
  lookAt: Decisions['lookAt']
}

/** One beat, decided: the reminders that are due, joined with the morning's overviews. Pure; the beat and the time machine share it. */
export function planRound(input: RoundInput): Round {
  const today = dayAndHour(input.now, input.timeZone)
  const book = new RecipientBook(input.recipients)
  const decisions = planReminders({ ...input, recipients: book })
  const planned = new Map(decisions.messages.map(message => [message.recipient.personId, message]))
  const wordings = new Map<Locale, Wording>()
  const wordingFor = ({ locale }: Recipient): Wording => {
    const found = wordings.get(locale) ?? wordingOf(input, book, locale, today.day)
    wordings.set(locale, found)
    return found
  }
  const isMorning = input.morning && isSendingTime(today, input.rules, input.calendar)
  const extras = isMorning
    ? morningExtras({
        morning: input.morning ?? freshMorning,
        open: input.owed,
        recipients: input.recipients,
        promised: new Set(input.orders.filter(order => order.kind === 'PROMISE').map(order => order.obligationId)).size,
        today: today.day,
        calendar: input.calendar,
        itemsOf: personId => new Set(planned.get(personId)?.items.map(item => item.owedId)),
        isEscalated: owed => isEscalated(owed, today.day, input.ladders),
        wordingFor,
      })
    : new Map<string, never>()

  const messages: RoundMessage[] = []
  for (const recipient of input.recipients) {
    const own = planned.get(recipient.personId)
    const extra = extras.get(recipient.personId)
    if (!own && !extra) continue
    const content: DayContent = { items: own?.items ?? [], ...(extra ?? noExtras) }
    const key =
      extra || !own
        ? morningKey(
            input.campaign.codeMark,
            recipient.personId,
            today.day,
            input.morning?.taken.get(recipient.personId) ?? 0,
          )
        : messageKey(recipient.personId, today.day, own, input.now)
    const composed = dayMessage(recipient.name, content, key, wordingFor(recipient))
    if (!composed) continue
    const notBefore = isQuiet(today.hour, recipient)
      ? instantAt(today.day, recipient.quietTo ?? today.hour, input.timeZone)
      : null
    messages.push({ recipient, key, content, composed, rows: own?.rows ?? [], notBefore })
  }
  return { messages, rows: decisions.rows, lookAt: decisions.lookAt }
}

/** Beside the morning's, messages are named by what they remind of. */
function messageKey(personId: string, day: string, own: PlannedMessage, now: Date): string {
  const steps = own.rows.map(row => `${row.obligationId}/${row.step}`).toSorted()
  // A second try of the same steps on one day is another message; its rows have left PLANNED only once.
  if (own.rows.some(row => row.was !== null)) steps.push(now.toISOString())
  return `reminder:${personId}:${day}:${createHash('sha256').update(steps.join()).digest('hex').slice(0, 16)}`
}

function wordingOf(input: RoundInput, book: RecipientBook, locale: Locale, today: string): Wording {
  return {
    t: input.texts(locale),
    today,
    calendar: input.calendar,
    office: input.office,
    subject: id => {
      const subject = input.subjects.get(id)
      if (!subject) throw new Error(`nothing is known of obligation ${id}`)
      return subject
    },
    nameOf: personId => book.get(personId)?.name ?? input.names.get(personId) ?? '',
  }
}
