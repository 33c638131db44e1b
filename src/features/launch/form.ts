import { defineForm } from '../../conversation/form.ts'
import { date } from '../../conversation/kinds/date.ts'
import { files } from '../../conversation/kinds/files.ts'
import { longText, text } from '../../conversation/kinds/text.ts'

/** The unit's launch document (DOC01): the signed file, its number, its date. */
export const launchForm = defineForm({
  id: 'launch',
  version: 1,
  texts: 'launch.form',
  fields: {
    files: files(),
    number: text({ max: 60 }),
    signedOn: date(),
    note: longText({ optional: true, max: 2_000 }),
  },
  checks: [
    {
      field: 'signedOn',
      problem: ({ signedOn }, { today }) =>
        typeof signedOn === 'string' && typeof today === 'string' && signedOn > today ? { name: 'inFuture' } : null,
    },
  ],
})
