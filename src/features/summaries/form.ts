import { defineForm } from '../../conversation/form.ts'
import { choice } from '../../conversation/kinds/choice.ts'
import { date } from '../../conversation/kinds/date.ts'
import { files } from '../../conversation/kinds/files.ts'
import { essay, longText, text } from '../../conversation/kinds/text.ts'

/** «Lồng ghép với …» (plan IV.1): the conference that the summary was part of. */
export const conferences = ['PAR_CONFERENCE', 'EMULATION_CONFERENCE', 'OTHER'] as const

/** The summary of the campaign (plan §9.8, DOC11 and DOC12): the day, the form of the conference, what came out of it, the report. */
export const summaryForm = defineForm({
  id: 'summary',
  version: 1,
  texts: 'summary.form',
  fields: {
    heldOn: date(),
    conference: choice(conferences),
    otherForm: text({ min: 3, max: 200, when: ({ conference }) => conference === 'OTHER' }),
    results: essay(),
    praised: longText({ optional: true, max: 2_000 }),
    report: files(),
    number: text({ optional: true, max: 60 }),
  },
  checks: [
    {
      field: 'heldOn',
      problem: ({ heldOn }, { today }) =>
        typeof heldOn === 'string' && typeof today === 'string' && heldOn > today ? { name: 'inFuture' } : null,
    },
  ],
})
