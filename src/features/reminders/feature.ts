import { type Feature, formEntry } from '../../contract/feature.ts'
import { heldOfReminders } from '../../reminders/held.ts'
import { notMineForm, promiseForm } from './answer-forms.ts'
import { acknowledge, alreadySent, askPromise, askWho } from './answer-screens.ts'
import { calendarRoom } from './calendar-room.tsx'
import { keepPromise, reroute } from './keep-answer.ts'
import { lateThisMorning } from './morning.ts'
import { remindersPage } from './page/page.ts'
import { reportedOf } from './reported.ts'
import { orderReminders } from './rights.ts'

/** What a person can answer to a reminder, and what officers do with reminders. */
export const reminders: Feature = {
  name: 'reminders',
  typed: ['ack', 'promise', 'notMine', 'alreadySent'],
  rights: [orderReminders],
  audits: {
    obligation: ['promise', 'notMine', 'stop', 'resume', 'skip', 'hasten'].map(action => `reminder.${action}`),
  },
  personalData: heldOfReminders,
  reported: reportedOf,
  routes: {
    'reminders.ack': acknowledge,
    'reminders.promise': askPromise,
    'reminders.notMine': askWho,
    'reminders.alreadySent': alreadySent,
    // As typed; without a reminder named they speak of the latest one.
    ack: acknowledge,
    promise: askPromise,
    notMine: askWho,
    alreadySent,
  },
  forms: [
    formEntry(promiseForm, {
      isConfirmed: false,
      submit: (ctx, { answers, params }) => keepPromise(ctx, params, answers.day),
    }),
    formEntry(notMineForm, {
      isConfirmed: false,
      submit: (ctx, { answers, params }) => reroute(ctx, params, answers.who),
    }),
  ],
  morning: lateThisMorning,
  page: remindersPage,
  rooms: [calendarRoom()],
}
