import type { AwardLevel } from '../../../src/features/nominations/form.ts'

/** Somebody, or a collective, whom a unit proposes. */
export interface Proposed {
  unit: string
  name: string
  level: AwardLevel
  /** `unit`: the unit itself, or one right below it; `part`: a part of it that is typed; `person`: one of its people who is here; `typed`: another one. */
  is: 'unit' | 'part' | 'person' | 'typed'
  position?: string
  /** Leads the unit: whether they lead is not asked. */
  isHead?: true
  answers?: Partial<
    Record<'isLeader' | 'isDirectWorker' | 'isWoman' | 'isModel' | 'cityTasks' | 'unitTasks' | 'isExemplary', boolean>
  >
  /** Writes the report of this one once more. */
  copies?: string
  /**
   * The key: CR0 … CR8, no double award; the criteria of a collective together; all that stops. P reached, F not, – not applicable, ? for
   * people. null: nobody outside the unit sees it, and nothing is said of it.
   */
  key: string | null
}

/** What the focal point types to propose them, from the menu to the confirmation. */
export function linesFor(
  { name, level, is, position = '', isHead, answers = {}, copies }: Proposed,
  options: Offered,
): string[] {
  const yes = (one: keyof NonNullable<Proposed['answers']>, usual: boolean) =>
    (answers[one] ?? usual) ? 'có' : 'không'
  const isCollective = is === 'unit' || is === 'part'
  const who = isCollective
    ? ['1', options.levels[level], ...(is === 'unit' ? [name] : ['Tập thể khác', name])]
    : ['2', options.levels[level], ...(is === 'person' ? [name] : ['Người khác', name, position])]
  const ofPerson = isCollective
    ? []
    : [
        ...options.kindOf,
        ...(isHead ? [] : [yes('isLeader', false)]),
        yes('isDirectWorker', true),
        yes('isWoman', false),
      ]
  const tasks = isCollective ? [yes('cityTasks', true), yes('unitTasks', true)] : []
  const about = copies ?? name
  return [
    ...['/khenthuong', '1', ...who, ...ofPerson, yes('isModel', false)],
    `${about} hoàn thành sớm nhiệm vụ cải cách hành chính của năm (mẫu)`,
    ...reportOf(about),
    'bỏ qua',
    ...[...tasks, yes('isExemplary', true), 'bỏ qua', '1'],
  ]
}

export interface Offered {
  levels: Readonly<Record<AwardLevel, string>>
  /** The kind of person, where the unit is asked. */
  kindOf: readonly string[]
}

/** Four parts of a report in sample words, of everybody other ones. */
function reportOf(name: string): string[] {
  const seed = [...name.normalize('NFC')].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 100_003, 7)
  const drawn = (from: readonly string[], step: number) => from[(seed + step * step * 7 + step) % from.length] ?? ''
  const sentence = (part: number) =>
    Array.from({ length: 5 }, (_, at) => {
      const step = part * 11 + at * 3
      return `${drawn(deeds, step)} ${drawn(things, seed + step + at)} ${drawn(places, step + at * 5)}`
    }).join('; ')
  return ['Đặc điểm', 'Kết quả', 'Biện pháp', 'Hiệu quả'].map(
    (lead, part) => `${lead} của ${name} (mẫu): ${sentence(part)}.`,
  )
}

const deeds = [
  'rà soát',
  'số hóa',
  'hướng dẫn người dân về',
  'rút ngắn thời gian xử lý',
  'theo dõi hằng tuần',
  'niêm yết công khai',
  'kiểm tra định kỳ',
]
const things = [
  ...[
    'hồ sơ đất đai',
    'hồ sơ hộ tịch',
    'chứng thực bản sao',
    'đăng ký kinh doanh hộ',
    'phản ánh kiến nghị',
    'lưu trữ văn bản đến',
  ],
  ...[
    'lịch tiếp công dân',
    'thanh toán phí, lệ phí',
    'kết quả thủ tục hành chính',
    'chế độ người có công',
    'giấy phép xây dựng',
  ],
]
const places = [
  'tại bộ phận một cửa',
  'ở từng khu phố',
  'qua Cổng dịch vụ công',
  'trong giờ hành chính',
  'cùng đoàn thanh niên',
  'theo quy trình nội bộ',
  'ở nhà văn hóa',
  'qua tổ công nghệ số',
]
