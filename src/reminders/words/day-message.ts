import type { Go } from '../../outbox/go.ts'
import type { MessageItem } from '../plan/planner.ts'
import { weekdayAndDate } from './days-in-words.ts'
import { type Composed, compose } from './message.ts'
import type { Wording } from './wording.ts'

/** Everything one person is told on one day. */
export interface DayContent {
  items: readonly MessageItem[]
  /** Lines of the officers' overview. */
  digest: readonly string[] | null
  /** Lines of the head's weekly list. */
  weekly: readonly string[] | null
}

/**
 * One message for all of it, whatever roles the person has. What an officer's overview shows already is not said twice.
 * Null when there is nothing to say.
 */
export function dayMessage(name: string, content: DayContent, key: string, wording: Wording): Composed | null {
  const { t } = wording
  const { digest, weekly } = content
  const items = digest ? content.items.filter(item => item.level !== 'officer') : content.items
  const parts: Composed[] = []
  if (items.length > 0) parts.push(compose(name, items, key, wording))
  if (weekly)
    parts.push(section(t('reminders.weekly.title'), weekly, [{ button: 'tasks', go: { to: 'tasks' } }], wording))
  if (digest) {
    const title = t('reminders.digest.title', { day: weekdayAndDate(wording.today, t) })
    const desk = [
      { button: 'decide', go: { to: 'decide' } },
      { button: 'board', go: { to: 'board' } },
    ]
    parts.push(section(title, digest, desk, wording))
  }
  const [first, ...rest] = parts
  if (!first) return null
  return rest.reduce(joined, first)
}

function section(
  title: string,
  lines: readonly string[],
  buttons: readonly { button: string; go: Go }[],
  { t }: Wording,
): Composed {
  return {
    message: { title, text: lines.join('\n'), words: buttons.map(({ button }) => t(`reminders.button.${button}`)) },
    go: buttons.map(({ go }) => go),
  }
}

function joined(one: Composed, other: Composed): Composed {
  const heading = other.message.title ? `${other.message.title}\n` : ''
  return {
    message: {
      ...one.message,
      text: `${one.message.text}\n\n${heading}${other.message.text}`,
      words: [...(one.message.words ?? []), ...(other.message.words ?? [])],
    },
    go: [...one.go, ...other.go],
  }
}
