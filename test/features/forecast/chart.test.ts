import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chartFontFiles, drawChart } from '../../../src/documents/draw-chart.ts'
import { chartOption, chartSize } from '../../../src/features/forecast/chart.ts'
import { type ChartModel, chartModel } from '../../../src/features/forecast/chart-model.ts'
import type { Pilot } from '../../../src/features/forecast/pilot.ts'
import { verdictOf } from '../../../src/features/forecast/verdict.ts'
import { projectRoot } from '../../../src/project-root.ts'
import { loadTexts } from '../../../src/texts.ts'
import { glyphsOf } from '../../documents/true-type.ts'

const pilot: Pilot = {
  code: 'C13',
  codes: ['C13', 'C14'],
  countsFrom: '2024-01-01',
  yearEnd: { from: '2024-11-01', percentOfPace: 200 },
  milestones: [
    { code: 'C13', percent: 80, dueOn: '2024-09-30', asksFrom: '2024-05-01' },
    { code: 'C14', percent: 100, dueOn: '2024-12-31', asksFrom: '2024-05-01' },
  ],
}
const plan = 20_000_000_000n
const at = (day: string, percent: bigint) => ({ day, done: (plan * percent) / 100n, plan })
const spring = [at('2024-03-31', 9n), at('2024-04-30', 14n), at('2024-05-31', 21n), at('2024-06-30', 30n)]

function model(points = spring, unit = 'UBND phường Thượng Yên Công ợ ữ ệ', today = '2024-06-30'): ChartModel {
  const made = chartModel(loadTexts('vi'), unit, pilot, verdictOf(points, pilot, today))
  if (!made) throw new Error('there is a figure')
  return made
}

describe('what the chart says', () => {
  it('holds the reported sums, the needed pace, the band and the thresholds, in Vietnamese writing', () => {
    const { lines, reported, needed, forecast, milestones, latestLabel, months } = model()
    expect(lines.slice(0, 2)).toEqual(['Kế hoạch vốn: 20 tỷ đồng', 'Đã giải ngân: 6 tỷ đồng (30%), đến 30/06/2024'])
    expect(lines[2]).toMatch(/^80% \(30\/9\): cần \d,\d+ tỷ đồng\/tháng, dự báo \d\d% \(\d\d–\d\d%\)$/)
    expect(reported).toEqual([
      [0, 0],
      [90, 9],
      [120, 14],
      [151, 21],
      [181, 30],
    ])
    expect(needed).toEqual([
      [
        [181, 30],
        [273, 80],
      ],
      [
        [181, 30],
        [365, 100],
      ],
    ])
    expect(forecast[0]).toEqual({ day: 181, band: { low: 3_000, mid: 3_000, high: 3_000 } })
    expect(forecast.at(-1)?.day).toBe(365)
    expect(milestones.map(({ label }) => label)).toEqual(['80% – 30/9', '100% – 31/12'])
    expect(latestLabel).toBe('30% (30/6)')
    expect(months.map(({ label }) => label).slice(0, 3)).toEqual(['T1', 'T2', 'T3'])
  })

  it('tells the whole sum and the days where less than a month is left, never a sum a month', () => {
    const { lines } = model([...spring, at('2024-09-10', 60n)], 'x', '2024-09-10')
    expect(lines[2]).toMatch(/^80% \(30\/9\): cần 4 tỷ đồng trong 20 ngày, dự báo /)
    expect(lines[3]).toContain('/tháng')
  })

  it('draws no forecast where there is none', () => {
    const { forecast, lines } = model(spring.slice(0, 1))
    expect(forecast).toEqual([])
    expect(lines.join()).toContain('chưa đủ số liệu dự báo')
  })

  it('is nothing without a figure', () => {
    expect(chartModel(loadTexts('vi'), 'x', pilot, verdictOf([], pilot, '2024-06-30'))).toBeNull()
  })
})

describe('the picture', () => {
  it('is a PNG of the size of a phone, the same for the same figures', async () => {
    const png = Buffer.from(await drawChart(chartOption(model()), chartSize))
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1_080, 1_404])
    expect(png.length).toBeLessThan(400_000)
    expect(Buffer.from(await drawChart(chartOption(model()), chartSize)).equals(png)).toBe(true)
  })

  it('draws every mark: names that differ in one mark are different pictures', async () => {
    const draw = async (unit: string) => Buffer.from(await drawChart(chartOption(model(spring, unit)), chartSize))
    const pictures = await Promise.all(['Phường Thuợng', 'Phường Thượng', 'Phường Thướng', 'Phường '].map(draw))
    for (const [index, one] of pictures.entries())
      for (const other of pictures.slice(index + 1)) expect(one.equals(other)).toBe(false)
  })

  it('has a glyph in both weights for every sign of its texts and of all units’ names', () => {
    const units = readFileSync(join(projectRoot, 'prisma/units/uong-bi-2024.csv'), 'utf8')
    const texts = (['vi', 'en'] as const).map(locale =>
      readFileSync(join(projectRoot, 'locales', locale, 'forecast.json'), 'utf8'),
    )
    const vowels = 'aăâeêioôơuưy'
    const marked = [...vowels].flatMap(vowel =>
      ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map(mark => (vowel + mark).normalize('NFC')),
    )
    const all = [units, ...texts, marked.join(''), marked.join('').toUpperCase(), 'đĐ–0123456789,.%()/:«»']
      .join('')
      .normalize('NFC')
    const signs = [...new Set(all)].filter(sign => sign > ' ')
    expect(signs).toContain('ợ')
    expect(signs).toContain('Ữ')
    for (const file of chartFontFiles) {
      const glyphs = glyphsOf(file)
      expect(signs.filter(sign => !glyphs.has(sign))).toEqual([])
      expect(glyphs.has('漢')).toBe(false)
    }
  })
})
