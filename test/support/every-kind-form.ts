import { defineForm } from '../../src/conversation/form.ts'
import { choice, choiceOf, multiChoice } from '../../src/conversation/kinds/choice.ts'
import { date } from '../../src/conversation/kinds/date.ts'
import { files } from '../../src/conversation/kinds/files.ts'
import { link } from '../../src/conversation/kinds/link.ts'
import { integer, money } from '../../src/conversation/kinds/number.ts'
import { fullName, people } from '../../src/conversation/kinds/people.ts'
import { ratio } from '../../src/conversation/kinds/ratio.ts'
import { longText, text } from '../../src/conversation/kinds/text.ts'
import { unit } from '../../src/conversation/kinds/unit.ts'
import { yesNo } from '../../src/conversation/kinds/yes-no.ts'
import { loadTexts, type Translate } from '../../src/texts.ts'

const units = [
  { code: 'A', label: 'UBND phường An Bình' },
  { code: 'B', label: 'UBND phường Bình An' },
  { code: 'C', label: 'Phòng Nội vụ' },
]

/** A form with every kind of question, conditional ones among them. */
export const everyKindForm = defineForm({
  id: 'every',
  version: 1,
  texts: 'every',
  fields: {
    title: text({ min: 3 }),
    kind: choice(['one', 'two', 'three']),
    story: longText({ max: 8_000 }),
    points: multiChoice(['a', 'b', 'c', 'd']),
    isDone: yesNo(),
    whyNot: longText({ when: answers => answers.isDone === false }),
    count: integer({ max: 1_000_000 }),
    share: ratio(),
    amount: money(),
    day: date(),
    address: link({ optional: true }),
    author: fullName(),
    coAuthors: people({ optional: true }),
    unit: unit(() => units),
    similar: choiceOf(() => units, { when: answers => answers.kind === 'two' }),
    files: files({ optional: true }),
  },
  checks: [
    {
      field: 'count',
      problem: ({ count, points }) =>
        typeof count === 'number' && Array.isArray(points) && count === 13 ? { name: 'unlucky' } : null,
    },
  ],
})

const vi = loadTexts('vi')

/** Texts of the product; the test form's own are its keys. */
export const testTexts: Translate = (key, params) => (key.startsWith('every.') ? key : vi(key, params))
