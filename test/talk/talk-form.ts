import { defineForm } from '../../src/conversation/form.ts'
import { choice } from '../../src/conversation/kinds/choice.ts'
import { date } from '../../src/conversation/kinds/date.ts'
import { files } from '../../src/conversation/kinds/files.ts'
import { link } from '../../src/conversation/kinds/link.ts'
import { integer, money } from '../../src/conversation/kinds/number.ts'
import { fullName, people } from '../../src/conversation/kinds/people.ts'
import { ratio } from '../../src/conversation/kinds/ratio.ts'
import { longText, text } from '../../src/conversation/kinds/text.ts'
import { yesNo } from '../../src/conversation/kinds/yes-no.ts'
import { loadTexts, type Translate } from '../../src/texts.ts'

/** A question of every kind, with the labels that people meet in the product. */
export const talkForm = defineForm({
  id: 'talk',
  version: 1,
  texts: 'talk',
  fields: {
    first: text(),
    title: text({ min: 3 }),
    kind: choice(['MODEL', 'SOLUTION', 'INITIATIVE', 'PRACTICE', 'TECHNOLOGY']),
    story: longText(),
    isDone: yesNo(),
    count: integer(),
    share: ratio(),
    amount: money(),
    day: date(),
    address: link({ optional: true }),
    author: fullName(),
    coAuthors: people({ optional: true }),
    note: text({ optional: true }),
    files: files({ optional: true }),
    last: text(),
  },
})

const labels: Readonly<Record<string, string>> = {
  'talk.kind.options.MODEL': 'Mô hình',
  'talk.kind.options.SOLUTION': 'Giải pháp',
  'talk.kind.options.INITIATIVE': 'Sáng kiến',
  'talk.kind.options.PRACTICE': 'Cách làm hay',
  'talk.kind.options.TECHNOLOGY': 'Công nghệ mới',
}
const vi = loadTexts('vi')

export const talkTexts: Translate = (key, params) =>
  labels[key] ?? (key.startsWith('talk.') || key === 'drafts.forms.talk' ? key : vi(key, params))
