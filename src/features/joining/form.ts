import { defineForm } from '../../conversation/form.ts'
import { fullName } from '../../conversation/kinds/people.ts'
import { text } from '../../conversation/kinds/text.ts'
import { yesNo } from '../../conversation/kinds/yes-no.ts'

/** Version of the notice in `joining.form.consent.ask`; a new wording is a new version and is asked anew. */
export const noticeVersion = '2026-11'

/** Notice and consent, then who the person is, and whether it is somebody who is here already. Ends with its last answer: there is nothing to send off. */
export const joinForm = defineForm({
  id: 'join',
  // A draft of before the last question lacks what it asks about: it is not asked there, and the version stays.
  version: 1,
  texts: 'joining.form',
  fields: {
    consent: yesNo({ hasOwnWords: true, when: (_, params) => params.isKnown !== true }),
    fullName: fullName({
      when: (answers, params) => answers.consent === true && params.isKnown !== true && params.isNamed !== true,
    }),
    position: text({ max: 120, when: (answers, params) => params.isKnown === true || answers.consent === true }),
    isSame: yesNo({
      hasOwnWords: true,
      when: (answers, params) =>
        answers.consent === true && typeof params.namesake === 'string' && params.namesake !== '',
    }),
  },
})
