import { Temporal } from 'temporal-polyfill'
import { readDate } from '../src/reading/date.ts'
import { readLine } from '../src/reading/line.ts'
import { readMoney } from '../src/reading/money.ts'
import { readInteger } from '../src/reading/number.ts'
import { readPercent } from '../src/reading/percent.ts'
import { readPeriod } from '../src/reading/period.ts'
import { readRatio } from '../src/reading/ratio.ts'
import { readYesNo } from '../src/reading/yes-no.ts'
import { measurePair, type Side } from './measure.ts'
import type { Line } from './table.ts'

const context = { today: Temporal.PlainDate.from('2024-03-13'), campaignYear: 2024 }
const readers: readonly ((typed: string) => unknown)[] = [
  typed => readInteger(typed),
  typed => readInteger(typed, { min: 1 }),
  readMoney,
  readPercent,
  readRatio,
  typed => readDate(typed, context),
  typed => readPeriod(typed, context),
  readYesNo,
  readLine,
]
const typical = [
  'đến ngày 31/8 giải ngân 640 triệu đồng, đạt 64%',
  'C07 20/20',
  'dạ bên em chưa thực hiện được ạ',
  '12 sáng kiến',
]
const units =
  '1| |1 |1.|1,|a|ạ |một |trăm |1/|(|👍|- |-|tỷ |1 234 |hai ba |nghìn |phẩy |linh |ngày |tháng |quý |năm |đến |từ |không |chưa |C07 |câu 5 |lần 3 |thứ 6 |hạng |mùng |12/KH-|5/8 |31/8/2024 |17/20 |1 tỷ |mươi |trên |trong |và |dự án |đ/c |8h30 |T8 |rưỡi |nửa |cuối |hôm |đầu tư |Nguyễn |anh Ba |½|1 nhầm |1 chứ không phải 2, |không phải 1 mà |tổng số 1 |17/20 còn 1 |trong đó 1 |tăng từ 1 lên |1 mới đúng '.split(
    '|',
  )
const nasty = units.flatMap(unit =>
  [120, 390, 1_990, 5_000].map(size => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)),
)

/** (p) A typical line against half a millisecond, and the worst of some two hundred nasty ones of up to 5,000 signs against fifty. */
export async function readersAgainstLimits(): Promise<Line[]> {
  const passes = 200
  const ours: Side = {
    size: passes * typical.length * readers.length,
    run: () => {
      for (let pass = 0; pass < passes; pass++)
        for (const [at, typed] of typical.entries()) for (const read of readers) read(`${typed} ${(pass + at) % 7}`)
    },
  }
  const pair = await measurePair(ours, ours, { cost: 'cpu', rounds: 5, warmUp: 1 })
  const worst = Math.max(...nasty.flatMap(typed => readers.map(read => quickest(() => read(typed)))))
  return [
    {
      name: '(p) a typical line by one reader / 0.5 ms',
      pair: limited(pair.ours, 500),
      target: { atMost: 1 },
      unit: 'µs',
    },
    {
      name: `(p) the worst of ${nasty.length} nasty lines / 50 ms`,
      pair: limited(worst, 50_000),
      target: { atMost: 1 },
      unit: 'ms',
    },
  ]
}

const limited = (ours: number, theirs: number) => ({ ours, theirs, ratio: ours / theirs, rounds: 5 })

/** Processor time in microseconds; of three, for what is measured is the reader and not what else the machine does. */
function quickest(work: () => void): number {
  return Math.min(
    ...[1, 2, 3].map(round => {
      readLine(String(round))
      const begun = process.cpuUsage()
      work()
      const used = process.cpuUsage(begun)
      return used.user + used.system
    }),
  )
}
