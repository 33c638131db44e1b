import { defineForm } from '../../conversation/form.ts'
import { choice } from '../../conversation/kinds/choice.ts'
import { date } from '../../conversation/kinds/date.ts'
import { longText, text } from '../../conversation/kinds/text.ts'
import { receivedWays } from './rules.ts'

/** «Đã nộp rồi»: how, under which number, on which day. */
export const claimForm = defineForm({
  id: 'received.claim',
  version: 1,
  texts: 'received.claim',
  fields: { way: choice(receivedWays), number: text({ optional: true, max: 60 }), receivedOn: date() },
  checks: [
    {
      field: 'receivedOn',
      problem: ({ receivedOn }, { today }) =>
        typeof receivedOn === 'string' && receivedOn > String(today) ? { name: 'inFuture' } : null,
    },
  ],
})

/** Why a claim is declined, or a confirmed note taken back. */
export const noteReasonForm = defineForm({
  id: 'received.reason',
  version: 1,
  texts: 'received.reason',
  fields: { reason: longText({ min: 5, max: 2_000 }) },
})
