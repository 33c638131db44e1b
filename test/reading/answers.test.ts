import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { codeIn } from '../../src/people/secret-code.ts'
import { readChoices } from '../../src/reading/choices.ts'
import { readChosen } from '../../src/reading/chosen.ts'
import { readCommandWord } from '../../src/reading/command-words.ts'
import { readDate } from '../../src/reading/date.ts'
import { readHours } from '../../src/reading/hours.ts'
import type { Option } from '../../src/reading/labels.ts'
import { readLink } from '../../src/reading/link.ts'
import { readMoney } from '../../src/reading/money.ts'
import { readName } from '../../src/reading/name.ts'
import { readNamed } from '../../src/reading/named.ts'
import { readNearCommand } from '../../src/reading/near-command.ts'
import { readDecimal, readInteger } from '../../src/reading/number.ts'
import { readPeople } from '../../src/reading/people.ts'
import { readPercent } from '../../src/reading/percent.ts'
import { readPeriod } from '../../src/reading/period.ts'
import { readRatio } from '../../src/reading/ratio.ts'
import type { Reading } from '../../src/reading/result.ts'
import { readYesNo } from '../../src/reading/yes-no.ts'

const options = (...labels: string[]): Option[] => labels.map(label => ({ label }))
const kinds = options('Mô hình', 'Giải pháp', 'Sáng kiến', 'Cách làm hay', 'Công nghệ mới')
const fields: Option[] = [
  { label: 'Cải cách thể chế' },
  { label: 'Cải cách thủ tục hành chính', aliases: ['TTHC'] },
  { label: 'Cải cách tổ chức bộ máy hành chính nhà nước' },
  { label: 'Cải cách chế độ công vụ' },
  { label: 'Cải cách tài chính công' },
  { label: 'Xây dựng và phát triển Chính quyền điện tử, Chính quyền số' },
  { label: 'Công tác chỉ đạo, điều hành' },
]
const checks = options('Hợp pháp', 'Hợp lý', 'Hiệu quả', 'Phù hợp thực tế')
const targets = options(
  'C01 tỷ lệ hồ sơ – 12%',
  'C02 tỷ lệ trả kết quả – còn 3 ngày',
  'C02b tỷ lệ số hóa',
  'C07, C08 thanh toán trực tuyến – còn 7 ngày',
  'C12 chữ ký số',
  'C21 giải ngân – 80%',
  'Xem thêm 12 chỉ tiêu',
)
/** The first two columns of the default list of units. */
const units = readFileSync(new URL('../../prisma/units/uong-bi-2024.csv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .flatMap(line => /^([^,]+),(?:"([^"]*)"|([^,]*))/.exec(line) ?? [])
const unitOptions = units.flatMap((part, at) =>
  at % 4 === 1 ? [{ code: part, label: units[at + 1] ?? units[at + 2] ?? '' }] : [],
)
/** Those of the same list that a question offers on the reference day. */
const todaysUnits = (
  parse(readFileSync(new URL('../../prisma/units/uong-bi-2024.csv', import.meta.url), 'utf8'), {
    columns: true,
  }) as Record<'code' | 'name' | 'valid_from' | 'valid_to', string>[]
).filter(unit => unit.valid_from <= '2024-03-13' && (unit.valid_to === '' || unit.valid_to >= '2024-03-13'))
const context = { today: Temporal.PlainDate.from('2024-03-13'), campaignYear: 2024 }

type Share = { numerator: bigint; denominator: bigint }
const share = ({ numerator, denominator }: Share) => `${numerator}/${denominator}`
const outcome = <T>(reading: Reading<T>, show: (value: T) => string): string =>
  reading.ok ? `value=${show(reading.value)}` : reading.kind

const point = ({ digits, scale }: { digits: bigint; scale: number }): string => {
  const all = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  const text = scale === 0 ? all : `${all.slice(0, -scale)}.${all.slice(-scale)}`
  return digits < 0n ? `-${text}` : text
}
const oneBased = (index: number) => String(index + 1)
const list = (indexes: number[]) => indexes.map(oneBased).join(',')

const readers: Record<string, (typed: string) => string> = {
  integer: typed => outcome(readInteger(typed), String),
  rank: typed => outcome(readInteger(typed, { min: 1, max: 1_000 }), String),
  decimal: typed => outcome(readDecimal(typed), point),
  money: typed => outcome(readMoney(typed), String),
  percent: typed => outcome(readPercent(typed, { max: 100 }), share),
  ratio: typed => outcome(readRatio(typed), share),
  date: typed => outcome(readDate(typed, context), String),
  period: typed => outcome(readPeriod(typed, context), String),
  yesno: typed => outcome(readYesNo(typed), String),
  choice: typed => outcome(readChosen(typed, kinds), oneBased),
  field: typed => outcome(readChosen(typed, fields), oneBased),
  target: typed => outcome(readChosen(typed, targets), oneBased),
  unit: typed =>
    outcome(
      readNamed(
        typed,
        unitOptions.map(({ code, label }) => ({ label, aliases: [code] })),
      ),
      index => unitOptions[index]?.code ?? '',
    ),
  unitToday: typed =>
    outcome(
      readNamed(
        typed,
        todaysUnits.map(({ code, name }) => ({ label: name, aliases: [code] })),
      ),
      index => todaysUnits[index]?.code ?? '',
    ),
  choices: typed => outcome(readChoices(typed, kinds), list),
  checks: typed => outcome(readChoices(typed, checks), list),
  hours: typed => outcome(readHours(typed), String),
  link: typed => outcome(readLink(typed), String),
  name: typed => outcome(readName(typed), String),
  people: typed =>
    outcome(readPeople(typed), people =>
      people.map(person => person.name + (person.share ? `=${share(person.share)}` : '')).join(';'),
    ),
  near: typed => {
    const word = readCommandWord(typed) ? null : readNearCommand(typed)
    return word === null ? 'none' : `ask=${[word.command, word.n].filter(part => part !== undefined).join(' ')}`
  },
  code: typed => {
    const code = codeIn(typed)
    return code === undefined ? 'none' : `value=${code}`
  },
  command: typed => {
    const word = readCommandWord(typed)
    return word === null
      ? 'none'
      : `value=${[word.command, word.n, word.code, word.day].filter(part => part !== undefined).join(' ')}`
  },
}

const folder = new URL('../answers/', import.meta.url)
const unescaped = (typed: string) =>
  typed
    .replace(/\\u\{([\dA-F]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t')
const linesOf = (file: string) =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [kind = '', typed = '', expected = ''] = line.split('\t')
      return { kind, typed, expected, got: readers[kind]?.(unescaped(typed)) ?? 'no such kind' }
    })
const lines = readdirSync(folder)
  .filter(file => file.endsWith('.tsv'))
  .flatMap(linesOf)

describe('the published set of typed answers', () => {
  const wrong = lines.filter(line => line.got !== line.expected)

  test('has at least 7,000 lines', () => {
    expect(lines.length).toBeGreaterThanOrEqual(15_000)
  })

  test('never stores a value that was not meant', () => {
    expect(wrong.filter(line => line.got.startsWith('value='))).toEqual([])
  })

  test('is read as a careful clerk would, at least 99 of 100', () => {
    expect({ wrong, holds: wrong.length <= lines.length * 0.01 }).toEqual({ wrong, holds: true })
    expect(wrong.map(line => `${line.kind}: ${line.typed} → ${line.got}, expected ${line.expected}`)).toEqual([])
  })
})

describe('what is not read yet', () => {
  test('is asked about or refused, and never stored as something else', () => {
    const open = linesOf('not-yet-read.txt')
    expect(open.length).toBeGreaterThan(0)
    expect(open.filter(({ got, expected }) => got.startsWith('value=') && got !== expected)).toEqual([])
  })
})
