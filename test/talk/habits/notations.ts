import type { Chance } from './chance.ts'
import { grouped, saidNumber } from './said-number.ts'

/** One way to write one value; `means` is written as the lists of lines write it. */
export interface Written {
  readonly text: string
  readonly means: string
  readonly notation: string
}

type Notations = Readonly<Record<string, (chance: Chance) => readonly [text: string, means: string | number]>>

const nouns = [
  ...[
    'mô hình',
    'sáng kiến',
    'giải pháp',
    'hồ sơ',
    'tin bài',
    'lượt',
    'cuộc họp',
    'hội nghị',
    'lớp tập huấn',
    'văn bản',
    'thủ tục',
    'cán bộ',
    'người',
  ],
  ...[
    'hộ',
    'tập thể',
    'cá nhân',
    'buổi',
    'chuyên đề',
    'phóng sự',
    'tác phẩm',
    'khu phố',
    'đề tài',
    'video',
    'pa nô',
    'băng rôn',
    'tờ rơi',
    'đồng chí',
    'cái',
  ],
  ...[
    'công trình',
    'phần việc',
    'hộ dân',
    'cuộc kiểm tra',
    'ý kiến',
    'đơn thư',
    'bài viết',
    'ki-ốt',
    'tổ công nghệ số',
    'lượt người xem',
    'bạn',
    'vụ',
    'sản phẩm',
  ],
]

const small = (chance: Chance) => 1 + chance.below(99)
const any = (chance: Chance) => (chance.in100(75) ? small(chance) : 100 + chance.below(3000))

const count: Notations = {
  figures: chance => same(any(chance)),
  'figures and noun': chance => withNoun(any(chance), chance),
  words: chance => said(any(chance)),
  'words and noun': chance => saidWith(any(chance), chance),
  grouped: chance => {
    const n = 1000 + chance.below(90_000)
    return [`${grouped(n)} ${chance.of(nouns)}`, n]
  },
  'nought before': chance => {
    const n = 1 + chance.below(9)
    return [`0${n} ${chance.of(nouns)}`, n]
  },
  'figures with their words': chance => {
    const n = any(chance)
    return [`${n} (${saidNumber(n)}) ${chance.of(nouns)}`, n]
  },
  'said to be so many': chance => {
    const n = any(chance)
    return [
      `${chance.of(['có', 'được', 'là', 'đã có', 'tổng cộng', 'tổng số', 'tất cả', 'vỏn vẹn', 'đúng', 'thực hiện được', 'đã tổ chức', 'tổ chức được', 'số lượng:', 'SL:', 'kết quả:', 'gồm', 'cả thảy', 'đếm được', 'chỉ có', 'mới có', 'ghi nhận', 'tiếp nhận', 'ra mắt', 'phát được'])} ${n} ${chance.of(nouns)}`,
      n,
    ]
  },
  'noun before': chance => {
    const n = any(chance)
    return [
      `${chance.of(['số', 'tổng số', 'số lượng'])} ${chance.of(nouns)}${chance.of([':', ' là', ' đạt', ' có', ' ='])} ${n}`,
      n,
    ]
  },
  about: chance => {
    const n = any(chance)
    return [
      `${chance.of(['khoảng', 'tầm', 'cỡ', 'chừng', 'độ', 'khoảng chừng', 'xấp xỉ'])} ${n} ${chance.of(nouns)}`,
      n,
    ]
  },
  'noun with its kind': chance => {
    const n = any(chance)
    return [
      `${n} ${chance.of(nouns)} ${chance.of(['mới', 'cấp cơ sở', 'về cải cách hành chính', 'được công nhận', 'hay', 'của phường', 'trên môi trường mạng', 'tiêu biểu', 'đúng hạn', 'do dân đề xuất', 'có hiệu quả', 'thuộc lĩnh vực đất đai', 'ở khu dân cư', 'cho người cao tuổi', 'tự làm'])}`,
      n,
    ]
  },
  none: chance => [
    chance.of([
      'không có',
      'chưa có',
      '0',
      'không',
      'chưa có cái nào',
      `không có ${chance.of(nouns)} nào`,
      `chưa có ${chance.of(nouns)} nào`,
      'số 0',
      `0 ${chance.of(nouns)}`,
      'chẳng có cái nào',
    ]),
    0,
  ],
}

const same = (n: number) => [String(n), n] as const
const withNoun = (n: number, chance: Chance) => [`${n} ${chance.of(nouns)}`, n] as const
const said = (n: number) => [saidNumber(n), n] as const
const saidWith = (n: number, chance: Chance) => [`${saidNumber(n)} ${chance.of(nouns)}`, n] as const

const million = 1_000_000
const millions = (chance: Chance) => 5 + chance.below(990)
const money: Notations = {
  'N triệu': chance => {
    const n = millions(chance)
    return [`${n} ${chance.of(['triệu', 'triệu đồng', 'tr', 'trđ', 'triệu VNĐ', 'triệu đ'])}`, n * million]
  },
  Ntr: chance => {
    const n = millions(chance)
    return [`${n}${chance.of(['tr', 'triệu', 'trđ'])}`, n * million]
  },
  'full figures': chance => {
    const n = millions(chance) * million + chance.below(1000) * 1000
    return [
      `${chance.of([grouped(n), grouped(n, ' '), String(n)])}${chance.of([' đồng', 'đ', ' đ', ' VNĐ', ' vnd', ''])}`,
      n,
    ]
  },
  'tỷ with comma': chance => {
    const n = 11 + chance.below(89)
    return [
      `${Math.floor(n / 10)},${n % 10 || 5} ${chance.of(['tỷ', 'tỉ', 'tỷ đồng', 'tỉ đồng'])}`,
      (Math.floor(n / 10) * 10 + (n % 10 || 5)) * 100 * million,
    ]
  },
  'tỷ and triệu': chance => {
    const [b, m] = [1 + chance.below(9), 1 + chance.below(99)]
    return [`${b} tỷ ${m}0 triệu${chance.of([' đồng', ''])}`, b * 1000 * million + m * 10 * million]
  },
  'tỷ and one more': chance => {
    const [b, m] = [1 + chance.below(9), 2 + chance.below(8)]
    return [`${b} tỷ ${m}`, (b * 1000 + m * 100) * million]
  },
  'grouped triệu': chance => {
    const n = 1000 + chance.below(9000)
    return [`${grouped(n)} triệu đồng`, n * million]
  },
  words: chance => {
    const n = millions(chance)
    return [`${saidNumber(n)} triệu${chance.of([' đồng', ' đồng chẵn', ''])}`, n * million]
  },
  'words of tỷ': chance => {
    const n = (1 + chance.below(20)) * 1000 * million + chance.below(10) * 100 * million
    return [`${saidNumber(n)} đồng`, n]
  },
  'figures with their words': chance => {
    const n = millions(chance) * million
    return [
      `${grouped(n)} đồng (${chance.of(['Bằng chữ: ', ''])}${saidNumber(n)} đồng${chance.of([' chẵn', '', './.'])})`,
      n,
    ]
  },
  half: chance => {
    const n = 1 + chance.below(9)
    return [`${chance.of([n, saidNumber(n)])} tỷ rưỡi`, (n * 1000 + 500) * million]
  },
  nghìn: chance => {
    const n = 50 + chance.below(900)
    return [`${n}${chance.of([' nghìn đồng', ' ngàn', 'k', ' nghìn'])}`, n * 1000]
  },
  'said to be so much': chance => {
    const n = millions(chance)
    return [
      `${chance.of(['giải ngân được', 'đã giải ngân', 'chi hết', 'số tiền:', 'kinh phí', 'tổng kinh phí là', 'đã chi', 'tiết kiệm được', 'thu được', 'vận động được', 'quyết toán', 'thanh toán', 'tổng:', 'trị giá', 'mức đầu tư', 'xã hội hóa được', 'cấp', 'bỏ ra'])} ${n} triệu đồng`,
      n * million,
    ]
  },
  'percent beside': chance => {
    const n = millions(chance)
    return [`${n} triệu đồng, đạt ${10 + chance.below(80)}%`, n * million]
  },
  about: chance => {
    const n = millions(chance)
    return [`${chance.of(['khoảng', 'tầm', 'cỡ', 'chừng', 'độ'])} ${n} triệu`, n * million]
  },
  none: chance => [
    chance.of([
      '0 đồng',
      'không đồng nào',
      'chưa chi đồng nào',
      'chưa giải ngân đồng nào',
      '0đ',
      'chưa giải ngân được đồng nào',
    ]),
    0,
  ],
}

const percent: Notations = {
  'N%': chance => pair(chance, n => `${n}%`),
  'N %': chance => pair(chance, n => `${n} %`),
  bare: chance => pair(chance, n => `${n}`),
  'phần trăm': chance => pair(chance, n => `${n} phần trăm`),
  words: chance => pair(chance, n => `${saidNumber(n)} phần trăm`),
  comma: chance => {
    const [n, d] = [10 + chance.below(89), 1 + chance.below(9)]
    return [`${n},${d}%`, `${n}.${d}`]
  },
  dot: chance => {
    const [n, d] = [10 + chance.below(89), 1 + chance.below(9)]
    return [`${n}.${d}%`, `${n}.${d}`]
  },
  'two decimals': chance => {
    const [n, d] = [10 + chance.below(89), 11 + chance.below(8)]
    return [`${n},${d}%`, `${n}.${d}`]
  },
  'said to be so much': chance =>
    pair(
      chance,
      n =>
        `${chance.of(['đạt', 'tỷ lệ', 'tỉ lệ:', 'đạt tỷ lệ', 'tỷ lệ đạt', 'đạt được', 'hoàn thành', 'giải quyết đúng hạn đạt', 'mức độ hài lòng', 'số hóa đạt', 'chiếm', 'bằng', 'tỷ lệ hồ sơ trực tuyến là', 'thực hiện', 'KQ:', 'mới được', 'chỉ đạt', 'có'])} ${n}%`,
    ),
  'of what': chance =>
    pair(
      chance,
      n =>
        `${n}% ${chance.of(['kế hoạch', 'hồ sơ', 'số hộ', 'cán bộ', 'kế hoạch vốn', 'thủ tục', 'dân số', 'so với kế hoạch', 'chỉ tiêu', 'văn bản', 'kế hoạch năm', 'người dân hài lòng', 'đơn vị', 'tổng vốn', 'yêu cầu'])}`,
    ),
  'ratio beside': chance => {
    const whole = 20
    const part = 1 + chance.below(20)
    return [`${part}/${whole} (${part * 5}%)`, part * 5]
  },
  all: chance => [
    chance.of([
      '100%',
      'tuyệt đối 100%',
      '100 phần trăm',
      'một trăm phần trăm',
      'đạt 100 %',
      '100% luôn',
      'tròn 100%',
      'đủ 100%',
    ]),
    100,
  ],
  none: chance => [chance.of(['0%', '0 %', 'không phần trăm', '0']), 0],
  about: chance => pair(chance, n => `${chance.of(['khoảng', 'tầm', 'cỡ', 'chừng', 'độ'])} ${n}%`),
}

function pair(chance: Chance, write: (n: number) => string): readonly [string, number] {
  const n = 10 + chance.below(90)
  return [write(n), n]
}

const ratioOf = (chance: Chance, write: (part: number, whole: number) => string): readonly [string, string] => {
  const whole = 12 + chance.below(400)
  const part = 1 + chance.below(whole)
  return [write(part, whole), `${part}/${whole}`]
}
const counted = [
  'hồ sơ',
  'thủ tục',
  'văn bản',
  'hộ',
  'cán bộ',
  'đơn vị',
  'trường',
  'phiếu',
  'lượt',
  'đảng viên',
  'công chức',
]
const ratio: Notations = {
  'N/M': chance => ratioOf(chance, (n, m) => `${n}/${m}`),
  'N / M': chance => ratioOf(chance, (n, m) => `${n} / ${m}`),
  'N/M and noun': chance => ratioOf(chance, (n, m) => `${n}/${m} ${chance.of(counted)}`),
  'N trên M': chance => ratioOf(chance, (n, m) => `${n} trên ${m}${chance.of(['', ` ${chance.of(counted)}`])}`),
  'N noun trên M noun': chance =>
    ratioOf(chance, (n, m) => {
      const noun = chance.of(counted)
      return `${n} ${noun} trên ${chance.of(['', 'tổng số ', 'tổng '])}${m} ${noun}`
    }),
  'in all M': chance =>
    ratioOf(chance, (n, m) => `${n} trong ${chance.of(['tổng số ', 'số ', 'tổng '])}${m} ${chance.of(counted)}`),
  words: chance => ratioOf(chance, (n, m) => `${saidNumber(n)} trên ${saidNumber(m)}`),
  'said to be so many': chance =>
    ratioOf(
      chance,
      (n, m) =>
        `${chance.of(['đạt', 'có', 'được', 'đúng hạn', 'đã số hóa', 'kết quả:', 'giải quyết', 'hoàn thành', 'là', 'hài lòng', 'đã trả', 'trực tuyến'])} ${n}/${m}`,
    ),
  'whole first': chance =>
    ratioOf(chance, (n, m) => {
      const noun = chance.of(counted)
      return `tổng số ${m} ${noun}, ${chance.of(['đúng hạn', 'đã giải quyết', 'hoàn thành', 'đạt', 'hài lòng', 'trực tuyến'])} ${n}`
    }),
  'percent beside': chance => {
    const n = 1 + chance.below(20)
    return [`${n}/20 ${chance.of([`(${n * 5}%)`, `đạt ${n * 5}%`, `, tỷ lệ ${n * 5}%`, `= ${n * 5}%`])}`, `${n}/20`]
  },
  all: chance => {
    const n = 12 + chance.below(90)
    return [`${n}/${n} ${chance.of(['(100%)', chance.of(counted), 'đạt 100%', 'đều đúng hạn'])}`, `${n}/${n}`]
  },
}

const two = (n: number) => String(n).padStart(2, '0')
/** A day of this year before 20/9. */
const dayOf = (chance: Chance, write: (day: number, month: number) => string): readonly [string, string] => {
  const [day, month] = [1 + chance.below(28), 1 + chance.below(8)]
  return [write(day, month), `2024-${two(month)}-${two(day)}`]
}
const date: Notations = {
  'd/m': chance => dayOf(chance, (d, m) => `${d}/${m}`),
  'dd/mm/yyyy': chance => dayOf(chance, (d, m) => `${two(d)}/${two(m)}/2024`),
  'd-m-yyyy': chance => dayOf(chance, (d, m) => `${d}-${m}-2024`),
  'd.m.yyyy': chance => dayOf(chance, (d, m) => `${d}.${m}.2024`),
  'd/m/yy': chance => dayOf(chance, (d, m) => `${d}/${m}/24`),
  iso: chance => dayOf(chance, (d, m) => `2024-${two(m)}-${two(d)}`),
  'ngày d/m': chance => dayOf(chance, (d, m) => `ngày ${d}/${m}`),
  'ngày d tháng m': chance => dayOf(chance, (d, m) => `${chance.of(['ngày ', ''])}${d} tháng ${m}`),
  'in full': chance => dayOf(chance, (d, m) => `ngày ${two(d)} tháng ${two(m)} năm 2024`),
  words: chance => dayOf(chance, (d, m) => `ngày ${saidNumber(d)} tháng ${m === 4 ? 'tư' : saidNumber(m)}`),
  mùng: chance => {
    const [d, m] = [1 + chance.below(10), 1 + chance.below(8)]
    return [
      `${chance.of(['mùng', 'mồng'])} ${chance.of([d, saidNumber(d)])}${chance.of([` tháng ${m}`, `/${m}`])}`,
      `2024-${two(m)}-${two(d)}`,
    ]
  },
  'time of the day': chance =>
    dayOf(
      chance,
      (d, m) =>
        `${chance.of(['sáng', 'chiều', 'tối', '8h', 'lúc 14h30', '9 giờ sáng', '15h00', 'chiều tối', 'trưa', 'đầu giờ chiều', '7g30'])} ngày ${d}/${m}`,
    ),
  'what was done': chance =>
    dayOf(
      chance,
      (d, m) =>
        `${chance.of(['phát động', 'ban hành', 'ký', 'họp', 'tổ chức', 'đã gửi', 'hoàn thành', 'triển khai', 'công bố', 'nghiệm thu', 'khai mạc', 'ra quân', 'lễ phát động', 'đơn vị tổ chức', 'nộp', 'bắt đầu'])} ${chance.of(['ngày ', 'vào ngày ', 'hôm ', 'vào '])}${d}/${m}`,
    ),
  'a day ago': chance =>
    chance.of([
      ['hôm qua', '2024-09-19'],
      ['hôm nay', '2024-09-20'],
      ['hôm kia', '2024-09-18'],
      ['sáng nay', '2024-09-20'],
      ['chiều qua', '2024-09-19'],
      ['tối qua', '2024-09-19'],
      ['vừa hôm qua', '2024-09-19'],
      ['ngay hôm nay', '2024-09-20'],
    ]),
  'end of': chance =>
    chance.of([
      ['cuối tháng 8', '2024-08-31'],
      ['ngày cuối tháng 6', '2024-06-30'],
      ['cuối quý II', '2024-06-30'],
      ['hết tháng 7', '2024-07-31'],
      ['ngày đầu tiên của tháng 8', '2024-08-01'],
    ]),
  'just gone': chance =>
    dayOf(chance, (d, m) => `${d}/${m} ${chance.of(['vừa rồi', 'vừa qua', 'năm nay', 'mới đây', 'năm 2024'])}`),
}

const roman = ['I', 'II', 'III', 'IV']
const period: Notations = {
  'quarter in roman': chance => {
    const q = chance.below(4)
    return [
      `${chance.of(['quý', 'Quý', 'kỳ quý'])} ${roman[q]}${chance.of(['', '/2024', ' năm 2024'])}`,
      `2024-Q${q + 1}`,
    ]
  },
  'quarter in figures': chance => {
    const q = 1 + chance.below(4)
    return [`${chance.of([`quý ${q}`, `Q${q}`, `quý ${q}/2024`, `Quý ${q} năm 2024`, `q${q}/2024`])}`, `2024-Q${q}`]
  },
  'quarter in words': chance => {
    const q = 1 + chance.below(4)
    return [`quý ${['một', 'hai', 'ba', 'tư'][q - 1]}`, `2024-Q${q}`]
  },
  month: chance => {
    const m = 1 + chance.below(12)
    return [
      chance.of([
        `tháng ${m}`,
        `tháng ${m}/2024`,
        `T${m}`,
        `tháng ${two(m)}`,
        `T${m}/2024`,
        `tháng ${m} năm 2024`,
        `kỳ tháng ${m}`,
        `báo cáo tháng ${m}`,
      ]),
      `2024-${two(m)}`,
    ]
  },
  'month in words': chance => {
    const m = 1 + chance.below(12)
    return [`tháng ${m === 4 ? 'tư' : saidNumber(m)}`, `2024-${two(m)}`]
  },
  half: chance => [chance.of(['6 tháng đầu năm', 'sáu tháng đầu năm', '6 tháng đầu năm 2024', '6 tháng']), '2024-H1'],
}

const yesNo: Notations = {
  yes: chance => [
    chance.of([
      'có',
      'rồi',
      'đã làm rồi',
      'xong rồi',
      'đã triển khai',
      'đã thực hiện',
      'đã hoàn thành',
      'ok rồi',
      'làm xong rồi',
      'đúng rồi',
      'đã ban hành',
      'ban hành rồi',
      'đã có',
      'có rồi',
      'đã tổ chức rồi',
      'đã xong',
      'triển khai xong',
      'đã phê duyệt',
      'niêm yết rồi',
      'hoàn tất rồi',
      'đã công khai',
      'có chứ',
      'có thực hiện',
      'đã lắp đặt',
      'đã nghiệm thu xong',
    ]),
    'yes',
  ],
  no: chance => [
    chance.of([
      'chưa',
      'chưa có',
      'không',
      'không có',
      'chưa làm',
      'chưa thực hiện được',
      'chưa xong',
      'vẫn chưa',
      'chưa triển khai',
      'chưa làm được',
      'chưa ban hành',
      'chưa đâu',
      'chưa thực hiện',
      'không thực hiện',
      'chưa kịp làm',
      'chưa hoàn thành',
      'không làm',
      'vẫn chưa xong',
      'chưa lắp đặt',
      'chưa hề',
      'chưa phê duyệt',
    ]),
    'no',
  ],
  neither: chance => [
    chance.of([
      'có lẽ',
      'đang làm',
      'sắp xong',
      'một phần',
      'chưa biết',
      'không rõ',
      'không nhớ',
      'hình như có',
      'gần xong',
      'có nhưng chưa đủ',
      'mới làm một ít',
      'chờ ý kiến lãnh đạo',
      'tùy',
      'để em xem',
      'nửa nọ nửa kia',
      'cũng có mà cũng không',
      'sẽ làm',
      'dự kiến có',
      'chuẩn bị làm',
      'làm dở',
      'đang xin ý kiến',
      'chưa chắc',
      'không chắc',
      'được phân nửa',
      'mới xong bước đầu',
    ]),
    'ask',
  ],
}

const rank: Notations = {
  hạng: chance => of20(chance, n => `hạng ${n}`),
  thứ: chance =>
    of20(
      chance,
      n =>
        `${chance.of(['thứ', 'xếp thứ', 'đứng thứ', 'vị trí thứ', 'vị trí', 'hạng thứ', 'xếp hạng', 'xếp vị thứ', 'xếp'])} ${n}`,
    ),
  'of how many': chance =>
    of20(
      chance,
      n =>
        `${chance.of(['hạng', 'thứ', 'xếp thứ', 'đứng thứ', 'vị trí'])} ${n}/${20 + chance.below(3)}${chance.of(['', ' phường', ' đơn vị', ' huyện thị'])}`,
    ),
  words: chance =>
    chance.of([
      ['nhất', 1],
      ['hạng nhất', 1],
      ['hạng nhì', 2],
      ['thứ hai', 2],
      ['hạng ba', 3],
      ['thứ nhất', 1],
      ['đứng đầu', 1],
      ['thứ tư', 4],
      ['xếp thứ năm', 5],
      ['hạng bảy', 7],
      ['đứng nhất', 1],
    ]),
  bare: chance => of20(chance, n => String(n)),
}
function of20(chance: Chance, write: (n: number) => string): readonly [string, number] {
  const n = 1 + chance.below(19)
  return [write(n), n]
}

const picked = (labels: readonly string[], means: (label: string, at: number) => string): Notations => ({
  label: chance => one(labels, means, chance, label => label),
  'label and what it is': chance =>
    one(
      labels,
      means,
      chance,
      label =>
        `${chance.of(['chọn', 'em chọn', 'là', 'thuộc loại', 'loại', 'thuộc', 'đánh dấu', 'tự đánh giá', 'ghi', 'lấy'])} ${label}`,
    ),
  'small letters': chance => one(labels, means, chance, label => label.toLowerCase()),
  number: chance =>
    one(
      labels,
      means,
      chance,
      (_, at) =>
        `${chance.of(['số ', '', 'chọn ', 'ý ', 'ô số ', 'phương án ', 'em chọn số ', 'đáp án ', 'mục '])}${at + 1}`,
    ),
  'number and label': chance =>
    one(labels, means, chance, (label, at) => `${at + 1}${chance.of(['. ', ' - ', ') '])}${label}`),
})
function one(
  labels: readonly string[],
  means: (label: string, at: number) => string,
  chance: Chance,
  write: (label: string, at: number) => string,
): readonly [string, string] {
  const at = chance.below(labels.length)
  const label = labels[at] ?? ''
  return [write(label, at), means(label, at)]
}

const grade = picked(['Xuất sắc', 'Tốt', 'Khá', 'Trung bình'], label => label)
const standing = picked(['Đã hoàn thành', 'Đang thực hiện', 'Chưa thực hiện'], label => label)
const press = picked(['Báo in', 'Báo điện tử', 'Phát thanh', 'Truyền hình'], label => label)
const kind = picked(['Mô hình', 'Giải pháp', 'Sáng kiến', 'Cách làm hay'], (_, at) => `#${at + 1}`)

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Vũ',
  'Hoàng',
  'Bùi',
  'Đặng',
  'Đỗ',
  'Ngô',
  'Trương',
  'Phó',
  'Bàn',
  'Lý',
  'Tăng',
  'Mạc',
  'Vi',
  'Chu',
  'Đinh',
  'Lục',
  'Quách',
  'Phùng',
]
const middles = [
  'Văn',
  'Thị',
  'Đức',
  'Minh',
  'Thu',
  'Quang',
  'Ngọc',
  'Hữu',
  'Thanh',
  'Xuân',
  'Thị Thu',
  'Hoàng',
  'Kim',
  'Mai',
]
const givens = [
  'Sơn',
  'Hạnh',
  'Tú',
  'Huy',
  'Năm',
  'Tám',
  'Hòa',
  'Linh',
  'Dũng',
  'Hương',
  'Bình',
  'Yến',
  'Phương',
  'Lan',
  'Thành',
  'Tiến',
  'Chi',
  'Nga',
  'Quyết',
  'Thắng',
  'Lợi',
  'An',
]
const fullName = (chance: Chance) => `${chance.of(families)} ${chance.of(middles)} ${chance.of(givens)}`
const name: Notations = {
  plain: chance => twice(fullName(chance)),
  'small letters': chance => {
    const of = fullName(chance)
    return [of.toLowerCase(), of]
  },
  'upper case': chance => {
    const of = fullName(chance)
    return [of.toUpperCase(), of]
  },
  title: chance => {
    const of = fullName(chance)
    return [
      `${chance.of(['đ/c', 'đồng chí', 'ông', 'bà', 'anh', 'chị', 'Ông:', 'đc', 'cô', 'thầy', 'bác', 'bác sĩ', 'ThS.'])} ${of}`,
      of,
    ]
  },
  named: chance => {
    const of = fullName(chance)
    return [
      `${chance.of(['em là', 'tên em là', 'em tên là', 'họ tên:', 'Họ và tên:', 'tôi là', 'mình là', 'tên đầy đủ là', 'dạ em tên', 'người thực hiện:', 'cháu là', 'tác giả:'])} ${of}`,
      of,
    ]
  },
  'post behind': chance => {
    const of = fullName(chance)
    return [
      `${of}${chance.of([', ', ' - ', ' ('])}${chance.of(['Chủ tịch UBND phường', 'chuyên viên', 'công chức Văn phòng - Thống kê', 'Phó Chủ tịch', 'Trưởng phòng', 'kế toán', 'Hiệu trưởng', 'công chức Tư pháp - Hộ tịch', 'Bí thư Đoàn', 'văn thư', 'Trưởng trạm', 'cán bộ địa chính'])}`,
      of,
    ]
  },
}
const twice = (of: string) => [of, of] as const
const peopleOf = (write: (a: string, b: string, chance: Chance) => string) => (chance: Chance) => {
  const [a, b] = [fullName(chance), fullName(chance)]
  return [write(a, b, chance), `${a}; ${b}`] as const
}
const people: Notations = {
  'A và B': peopleOf(
    (a, b, chance) => `${a}${chance.of([' và ', ', ', '; ', ' cùng ', ' với ', ' & ', ' cùng với ', '\n', ' + '])}${b}`,
  ),
  listed: peopleOf((a, b, chance) => `1${chance.of(['. ', ') ', '/ '])}${a}\n2${chance.of(['. ', ') ', '/ '])}${b}`),
  titles: peopleOf((a, b) => `ông ${a}, bà ${b}`),
  posts: peopleOf(
    (a, b, chance) =>
      `${a} - ${chance.of(['Chủ tịch', 'chuyên viên', 'kế toán'])}; ${b} - ${chance.of(['Phó Chủ tịch', 'văn thư', 'công chức'])}`,
  ),
}

export const notations = {
  count,
  money,
  percent,
  ratio,
  date,
  period,
  yesNo,
  rank,
  grade,
  standing,
  press,
  kind,
  name,
  people,
}
export type Kind = keyof typeof notations
export const kinds = Object.keys(notations) as Kind[]

/** A value of a kind in one of its notations. */
export function written(kind: Kind, chance: Chance): Written {
  const of: Notations = notations[kind]
  const notation = chance.of(Object.keys(of))
  const [text, means] = of[notation]?.(chance) ?? ['', '']
  return { text, means: String(means), notation }
}
