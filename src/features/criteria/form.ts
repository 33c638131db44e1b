import { defineForm } from '../../conversation/form.ts'
import { date } from '../../conversation/kinds/date.ts'
import { longText, text } from '../../conversation/kinds/text.ts'
import { formatDate } from '../../reading/format.ts'

/** A criterion that a unit sets itself beside the targets of the plan (plan I.2): what, how far, by when, why. */
export const criterionForm = defineForm({
  id: 'criterion',
  version: 1,
  texts: 'criterion.form',
  fields: {
    name: text({ min: 5, max: 200 }),
    goal: text({ max: 200 }),
    dueOn: date(),
    reason: longText({ min: 5, max: 2_000 }),
  },
  checks: [
    {
      field: 'dueOn',
      problem: ({ dueOn }, { startsOn, endsOn }) => {
        if (typeof dueOn !== 'string' || typeof startsOn !== 'string' || typeof endsOn !== 'string') return null
        if (dueOn >= startsOn && dueOn <= endsOn) return null
        return { name: 'outside', params: { from: formatDate(startsOn), to: formatDate(endsOn) } }
      },
    },
  ],
})
