import { readUnits } from '../../src/campaign/units-file.ts'
import { ruled } from '../../src/conversation/field.ts'
import { defineForm } from '../../src/conversation/form.ts'
import { choiceOf, multiChoiceOf } from '../../src/conversation/kinds/choice.ts'
import { date } from '../../src/conversation/kinds/date.ts'
import { link } from '../../src/conversation/kinds/link.ts'
import { integer, money } from '../../src/conversation/kinds/number.ts'
import { fullName, people } from '../../src/conversation/kinds/people.ts'
import { ratio } from '../../src/conversation/kinds/ratio.ts'
import { text } from '../../src/conversation/kinds/text.ts'
import { unit } from '../../src/conversation/kinds/unit.ts'
import { yesNo } from '../../src/conversation/kinds/yes-no.ts'
import { periodForm } from '../../src/features/progress/period-form.ts'
import { phoneNumber } from '../../src/features/settings/phone.ts'
import { quietHours } from '../../src/features/settings/quiet-hours.ts'
import { readPercent } from '../../src/reading/percent.ts'
import type { Share } from '../../src/reading/share.ts'
import { loadTexts } from '../../src/texts.ts'

const vi = loadTexts('vi')
const labelled = (field: string, codes: readonly string[]) => () =>
  codes.map((code, at) => ({ code: `#${at + 1}`, label: vi(`initiative.form.${field}.options.${code}`) }))

/** Options that are known by their labels. */
const named = (labels: string) => () => labels.split('|').map(label => ({ code: label, label }))

/** A percent up to 100, stored as it would be written with a dot. */
const percent = () =>
  ruled<Share, Record<never, never>>(undefined, {
    kind: 'ratio',
    read: typed => readPercent(typed, { max: 100 }),
    show: String,
    encode: ({ numerator, denominator }) => String(Number(numerator * 100n) / Number(denominator)),
    decode: () => ({ numerator: 0n, denominator: 1n }),
  })

const found = readUnits('prisma/units/uong-bi-2024.csv')
/** Those that there are on the day of the lines. */
const units = (found.ok ? found.value : [])
  .filter(({ validFrom }) => !validFrom || validFrom <= '2024-09-20')
  .map(({ code, name }) => ({ code, label: name }))

/** A question of every kind, with the labels, units and periods of the product. */
export const freshForm = defineForm({
  id: 'talk',
  version: 1,
  texts: 'talk',
  fields: {
    first: text(),
    title: text({ min: 3 }),
    count: integer({ min: 0, max: 10_000_000 }),
    rank: integer({ min: 1, max: 1_000 }),
    money: money(),
    percent: percent(),
    ratio: ratio(),
    date: date(),
    period: periodForm.fields.period,
    yesNo: yesNo(),
    field: choiceOf(labelled('parField', ['TC', 'TTHC', 'BM', 'CV', 'TCC', 'CQS', 'CD'])),
    kind: choiceOf(labelled('kind', ['MODEL', 'SOLUTION', 'INITIATIVE', 'GOOD_PRACTICE', 'NEW_TECHNOLOGY'])),
    work: choiceOf(named('Mô hình|Giải pháp|Sáng kiến')),
    sevenFields: choiceOf(
      named(
        'Cải cách thể chế|Cải cách thủ tục hành chính|Cải cách tổ chức bộ máy|Cải cách chế độ công vụ|Cải cách tài chính công|Chính quyền điện tử, chính quyền số|Chỉ đạo điều hành',
      ),
    ),
    sixFields: choiceOf(
      named(
        'Cải cách thể chế|Cải cách TTHC|Cải cách tổ chức bộ máy|Cải cách chế độ công vụ|Cải cách tài chính công|Xây dựng chính quyền số',
      ),
    ),
    grade: choiceOf(named('Xuất sắc|Tốt|Khá|Trung bình')),
    grading: choiceOf(
      named('Hoàn thành xuất sắc nhiệm vụ|Hoàn thành tốt nhiệm vụ|Hoàn thành nhiệm vụ|Không hoàn thành nhiệm vụ'),
    ),
    standing: choiceOf(named('Đã hoàn thành|Đang thực hiện|Chưa thực hiện')),
    press: choiceOf(named('Báo in|Báo điện tử|Phát thanh|Truyền hình')),
    conditions: multiChoiceOf(labelled('selfCheck', ['lawful', 'reasonable', 'effective', 'suitable'])),
    name: fullName(),
    people: people({ optional: true }),
    unit: unit(() => units),
    link: link(),
    phone: phoneNumber(),
    hours: quietHours(),
    last: text(),
  },
})

/** Any period may be named, and none is owed that ends with another. */
export const anyPeriod = {
  startsOn: '2020-01-01',
  endsOn: '2030-12-31',
  options: [{ code: '2024-08', label: 'Tháng 8 năm 2024' }],
}

/** What the question about a period was started with. */
export const freshParams = {
  startsOn: '2024-03-15',
  endsOn: '2024-12-31',
  options: [
    { code: '2024-Q2', label: 'Quý II năm 2024' },
    { code: '2024-Q3', label: 'Quý III năm 2024' },
  ],
}
