import { defineForm } from '../../conversation/form.ts'
import { date } from '../../conversation/kinds/date.ts'
import { text } from '../../conversation/kinds/text.ts'
import { formatDate } from '../../reading/format.ts'

export const promiseForm = defineForm({
  id: 'reminders.promise',
  version: 1,
  texts: 'reminders.promise',
  fields: { day: date() },
  checks: [
    {
      field: 'day',
      problem: ({ day }, { today, latest }) => {
        if (typeof day !== 'string') return null
        if (day < String(today)) return { name: 'past' }
        return day > String(latest) ? { name: 'tooFar', params: { latest: formatDate(String(latest)) } } : null
      },
    },
  ],
})

export const notMineForm = defineForm({
  id: 'reminders.notMine',
  version: 1,
  texts: 'reminders.notMine',
  fields: { who: text({ optional: true, max: 120 }) },
})
