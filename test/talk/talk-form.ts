import { defineForm } from '../../src/conversation/form.ts'
import { choice, multiChoice } from '../../src/conversation/kinds/choice.ts'
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
  { code: 'P1', label: 'UBND phường Quang Trung' },
  { code: 'P2', label: 'UBND phường Thanh Sơn' },
  { code: 'X1', label: 'UBND xã Thượng Yên Công' },
  { code: 'NV', label: 'Phòng Nội vụ' },
]

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
    points: multiChoice(['A', 'B', 'C', 'D']),
    ward: unit(() => units),
    last: text(),
  },
})

const labels: Readonly<Record<string, string>> = {
  'talk.kind.options.MODEL': 'Mô hình',
  'talk.kind.options.SOLUTION': 'Giải pháp',
  'talk.kind.options.INITIATIVE': 'Sáng kiến',
  'talk.kind.options.PRACTICE': 'Cách làm hay',
  'talk.kind.options.TECHNOLOGY': 'Công nghệ mới',
  'talk.points.options.A': 'Hợp pháp',
  'talk.points.options.B': 'Hợp lý',
  'talk.points.options.C': 'Hiệu quả',
  'talk.points.options.D': 'Phù hợp thực tế',
}
const vi = loadTexts('vi')

export const talkTexts: Translate = (key, params) =>
  labels[key] ?? (key.startsWith('talk.') || key === 'drafts.forms.talk' ? key : vi(key, params))
