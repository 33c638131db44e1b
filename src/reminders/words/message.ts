import { tones } from '../../campaign/duty.ts'
import type { Brief, OutboundMessage } from '../../channels/channel.ts'
import type { Reported } from '../../contract/reported.ts'
import type { Go } from '../../outbox/go.ts'
import { formatDate } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'
import type { MessageItem } from '../plan/planner.ts'
import { cut } from './cut.ts'
import { shortDate } from './days-in-words.ts'
import { type Action, actionFor, answersTo, howLine } from './message-actions.ts'
import { missingMoney, reportedLine, reportedShort } from './reported-line.ts'
import { daysOf, deadlineLine, shortDeadline, type TimeLeft, timeLeft } from './time-left.ts'
import type { Subject, Wording } from './wording.ts'

export interface Composed {
  message: OutboundMessage
  go: readonly Go[]
}

/** One message of all that is due for a person; `key` names it, for the answers. Under 500 characters. */
export function compose(name: string, items: readonly MessageItem[], key: string, wording: Wording): Composed {
  const [first, ...rest] = items
  if (!first) throw new Error('a reminder of nothing')
  const { message, go } = rest.length === 0 ? one(name, first, key, wording) : several(name, items, key, wording)
  return { message: { ...message, brief: briefOf(name, items, wording) }, go }
}

/** The text of one reminder is shorter, in characters. */
const LONGEST = 500
const LISTED = 4
/** How the lines of several are made to fit: the longest name, which figures, whether late is spoken of, how many lines. */
const fits = [
  { name: 60, figures: 'all', late: true, listed: LISTED },
  { name: 36, figures: 'all', late: false, listed: LISTED },
  { name: 36, figures: 'sums', late: false, listed: LISTED },
  { name: 36, figures: 'none', late: false, listed: LISTED },
  { name: 32, figures: 'none', late: false, listed: LISTED - 1 },
] as const

function one(name: string, item: MessageItem, key: string, wording: Wording): Composed {
  const { t, office } = wording
  const subject = wording.subject(item.owedId)
  const left = timeLeft(item.deadline, wording.today, wording.calendar)
  const manner = mannerOf(item, left)
  const action = actionFor(item, subject)
  const own = isOwn([subject], office, item.level) ? 'Own' : ''
  const lead = t(`reminders.lead${own}.${item.level}.${manner}`, { name, office })
  const told = item.level === 'focalPoint' ? [] : toldLines(item, wording)
  const known = item.isWithHead ? null : subject.reported
  const reported = reportedLine(known, t)
  const reportedBriefly = withReported(t('reminders.reported.soFar'), known, t)
  const text = within([false, true], LONGEST, shortened => [
    lead,
    t('reminders.line.what', { what: cut(subject.what, shortened ? 60 : 160) }),
    t('reminders.line.unit', { unit: cut(subject.unitName, shortened ? 60 : 120) }),
    ...(reported === null ? [] : [shortened ? reportedBriefly : reported]),
    deadlineLine(item.deadline, left, t),
    ...(shortened ? [] : told),
    howLine(action, t),
  ])
  const title = t(`reminders.title.${titleOf(manner, left)}`, { ...daysOf(left), tone: toneInWords([item], t) })
  return dressed(title, text, [action], answersTo(item, key), t)
}

function several(name: string, items: readonly MessageItem[], key: string, wording: Wording): Composed {
  const { t, office } = wording
  const level = items[0]?.level ?? 'focalPoint'
  const how = level === 'officer' || level === 'focalAgency' ? 'officer' : 'several'
  const isLate = items.some(item => item.deadline.dueOn < wording.today)
  const units = new Set(items.map(item => wording.subject(item.owedId).unitName))
  const isOneUnit = units.size === 1
  const subjects = items.map(item => wording.subject(item.owedId))
  const own = isOwn(subjects, office, level) ? 'Own' : ''
  const lead = t(`reminders.lead${own}.several.${level}`, { name, office, unit: unitsInWords([...units], t) })
  const shared = isOneUnit || level === 'head' ? null : sharedLine(items, wording)
  const line = (item: MessageItem, length: number, figures: (typeof fits)[number]['figures']): string => {
    const { brief, unitName, reported } = wording.subject(item.owedId)
    const isTold = !item.isWithHead && (figures === 'all' || (figures === 'sums' && reported?.is === 'share'))
    const left = timeLeft(item.deadline, wording.today, wording.calendar)
    const key =
      item.isWithHead && item.level === 'head'
        ? 'itemToApprove'
        : isOneUnit
          ? 'item'
          : shared === null
            ? 'itemOfUnit'
            : 'unitAlone'
    const params = {
      what: cut(brief, length),
      unit: cut(unitName, length),
      deadline: shortDeadline(item.deadline, left, t),
    }
    return withReported(t(`reminders.line.${key}`, params), isTold ? reported : null, t)
  }
  // Whoever follows many units reads first of those at which most is at stake.
  const told = how === 'officer' ? items.toSorted((one, other) => moreMissing(wording, one, other)) : items
  const text = within(fits, LONGEST, ({ name, figures, late, listed: most }) => {
    const listed = told.slice(0, most)
    const more = items.length - listed.length
    return [
      lead,
      ...(shared === null ? [] : [shared]),
      ...listed.map(item => line(item, name, figures)),
      ...(more > 0 ? [t('reminders.line.more', { count: more })] : []),
      ...(isLate && how === 'several' && late ? [t('reminders.line.lateIsTaken')] : []),
      t(`reminders.how.${how}`),
    ]
  })
  const actions = items.slice(0, LISTED).map((item): Action => {
    const subject = wording.subject(item.owedId)
    const action = actionFor(item, subject)
    const button = action.go.to === 'decide' ? 'openDecide' : 'open'
    return { ...action, label: t(`reminders.button.${button}`, { what: cut(subject.brief, 32) }) }
  })
  const title = t('reminders.title.several', {
    day: shortDate(wording.today),
    count: items.length,
    tone: toneInWords(items, t),
  })
  const ofOfficer: Action = { button: 'board', command: '/tiendo', go: { to: 'board' } }
  return dressed(title, text, how === 'officer' ? [ofOfficer] : actions, answersTo(items[0], key), t)
}

/** What is owed by when, where many units owe the same; null: they owe different things. */
function sharedLine(
  [first, ...others]: readonly MessageItem[],
  { t, subject, today, calendar }: Wording,
): string | null {
  if (!first) return null
  const { brief } = subject(first.owedId)
  const isSame = (one: MessageItem) =>
    subject(one.owedId).brief === brief && one.deadline.dueOn === first.deadline.dueOn
  if (!others.every(isSame)) return null
  const deadline = shortDeadline(first.deadline, timeLeft(first.deadline, today, calendar), t)
  return t('reminders.line.shared', { what: cut(brief, 60), deadline })
}

function moreMissing({ subject }: Wording, one: MessageItem, other: MessageItem): number {
  const [mine, others] = [missingMoney(subject(one.owedId).reported), missingMoney(subject(other.owedId).reported)]
  return mine > others ? -1 : mine < others ? 1 : 0
}

/** What the collecting office owes itself is not to be sent to it. */
function isOwn(subjects: readonly Subject[], office: string, level: MessageItem['level']): boolean {
  return (level === 'focalPoint' || level === 'head') && subjects.every(({ unitName }) => unitName === office)
}

/** A line of a list with the figures behind it. */
export function withReported(line: string, reported: Reported | null, t: Translate): string {
  const said = reportedShort(reported, t)
  return said === null ? line : t('reminders.line.reported', { line, reported: said })
}

/** The one unit that is spoken of, or all that the person answers for. */
export function unitsInWords(names: readonly string[], t: Translate): string {
  const [name, ...others] = new Set(names)
  return name === undefined || others.length > 0 ? t('reminders.lead.severalUnits') : cut(name, 80)
}

/** The most pressing tone that the ladders ask for. */
function toneInWords(items: readonly MessageItem[], t: Translate): string {
  const most = Math.max(...items.map(({ tone }) => tones.indexOf(tone)))
  return t(`reminders.tone.${tones[most] ?? 'reminder'}`)
}

/** The nearest of them, and how many more there are. */
function briefOf(name: string, items: readonly MessageItem[], { t, subject }: Wording): Brief {
  const [nearest] = items.toSorted((a, b) => (a.deadline.dueOn < b.deadline.dueOn ? -1 : 1))
  if (!nearest) throw new Error('a reminder of nothing')
  const { what, unitName } = subject(nearest.owedId)
  const more = items.length - 1
  const said = more > 0 ? t('reminders.brief.more', { what: cut(what, 60), count: more }) : cut(what, 80)
  return { name: cut(name, 30), what: said, unit: cut(unitName, 80), due: formatDate(nearest.deadline.dueOn) }
}

/** How the sentence is meant. */
type Manner = 'before' | 'overdue' | 'returned' | 'promised' | 'approve'

function mannerOf(item: MessageItem, left: TimeLeft): Manner {
  if (item.isWithHead) return item.level === 'focalPoint' ? 'before' : 'approve'
  if (item.step.startsWith('promise@')) return 'promised'
  if (left.is === 'overdue') return 'overdue'
  return item.isReturned ? 'returned' : 'before'
}

function titleOf(manner: Manner, left: TimeLeft): string {
  return manner === 'approve' || manner === 'promised' ? manner : left.is
}

function toldLines(item: MessageItem, { t, nameOf }: Wording): string[] {
  const people = item.notifiedBefore
    .slice(-3)
    .map(({ personId, day }) => t('reminders.line.toldOne', { name: nameOf(personId), day: shortDate(day) }))
  const { promise } = item
  return [
    ...(people.length > 0 ? [t('reminders.line.told', { people: people.join(', ') })] : []),
    ...(promise ? [t('reminders.line.promise', { name: nameOf(promise.personId), day: shortDate(promise.day) })] : []),
  ]
}

function dressed(
  title: string,
  text: string,
  actions: readonly Action[],
  answers: readonly Action[],
  t: Translate,
): Composed {
  const all = [...actions, ...answers]
  return {
    message: { title, text, words: all.map(action => action.label ?? t(`reminders.button.${action.button}`)) },
    go: all.map(action => action.go),
  }
}

/** The lines in the first way in which they are not too long, or in the last. */
function within<W>(ways: readonly W[], longest: number, lines: (way: W) => readonly string[]): string {
  const texts = ways.map(way => lines(way).join('\n'))
  return texts.find(text => text.length < longest) ?? texts.at(-1) ?? ''
}
