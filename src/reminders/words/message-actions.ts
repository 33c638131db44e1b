import type { Go } from '../../outbox/go.ts'
import type { Translate } from '../../texts.ts'
import type { MessageItem } from '../plan/planner.ts'
import type { Subject } from './wording.ts'

/** A button, and what to type where there are none. */
export interface Action {
  /** Text key under `reminders.button`. */
  button: string
  command: string
  go: Go
  /** Instead of the button's own text. */
  label?: string
}

/** How the thing is done: the form that hands it in, or the decision that is waited for. */
export function actionFor(item: Pick<MessageItem, 'owedId' | 'level' | 'isWithHead'>, subject: Subject): Action {
  if (item.level === 'officer' || item.level === 'focalAgency')
    return { button: 'board', command: '/tiendo', go: { to: 'board' } }
  if (item.isWithHead) return { button: 'decide', command: '/duyet', go: { to: 'decide' } }
  switch (subject.how) {
    case 'launch':
      return { button: 'launch', command: '/phatdong', go: { to: 'launch', args: { unit: subject.unitCode } } }
    case 'report': {
      const { unitCode: unit, target: code, period } = subject
      const go =
        code === null
          ? { to: 'dossier', args: { unit, period } }
          : { to: 'report.target', args: { unit, code, period } }
      return { button: 'report', command: '/baocao', go }
    }
    case 'initiative':
      return { button: 'initiative', command: '/sangkien', go: { to: 'initiative', args: { unit: subject.unitCode } } }
    case 'summary':
    case 'campaignSummary': {
      const of = subject.how === 'summary' ? 'UNIT' : 'CAMPAIGN'
      return { button: 'summary', command: '/tongket', go: { to: 'summary', args: { unit: subject.unitCode, of } } }
    }
    case 'item':
      return { button: 'item', command: '/viec', go: { to: 'list.item', args: { obligation: item.owedId } } }
    case 'checkRemedy': {
      const args = { unit: subject.unitCode, code: subject.period }
      return { button: 'checkRemedy', command: '/viec', go: { to: 'checkRemedy', args } }
    }
    case 'other':
      return { button: 'tasks', command: '/viec', go: { to: 'tasks.show', args: { id: item.owedId } } }
  }
}

/** How it is done, in words: by the button, or by typing. */
export function howLine(action: Action, t: Translate): string {
  return t('reminders.how.one', { button: t(`reminders.button.${action.button}`), command: action.command })
}

/** What a person can say to a reminder. No platform tells that a message was read, so that it is asked. */
export function answersTo(item: MessageItem | undefined, key: string): Action[] {
  const answer = (button: string, to: string): Action => ({ button, command: '', go: { to, args: { key } } })
  const ack = answer('ack', 'reminders.ack')
  if (!item || item.isWithHead || item.level === 'officer' || item.level === 'focalAgency') return [ack]
  return [
    ack,
    answer('promise', 'reminders.promise'),
    answer('alreadySent', 'reminders.alreadySent'),
    answer('notMine', 'reminders.notMine'),
  ]
}
