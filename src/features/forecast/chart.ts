import type { EChartsCoreOption } from 'echarts/core'
import { type ChartSize, chartFont } from '../../documents/draw-chart.ts'
import type { ChartModel } from './chart-model.ts'

/** Upright, for a phone held in one hand. */
export const chartSize: ChartSize = { width: 600, height: 780 }

/** The picture: reported sums as a full line, the needed pace dashed, the forecast dotted in its band, thresholds with their days. */
export function chartOption(model: ChartModel): EChartsCoreOption {
  const { names } = model
  return {
    textStyle: { fontFamily: chartFont },
    title: {
      text: model.title,
      subtext: model.lines.join('\n'),
      left: MARGIN,
      top: 20,
      itemGap: 12,
      textStyle: {
        fontFamily: chartFont,
        fontSize: 23,
        lineHeight: 31,
        fontWeight: 'bold',
        color: INK,
        width: 560,
        overflow: 'break',
      },
      subtextStyle: {
        fontFamily: chartFont,
        fontSize: 18,
        lineHeight: 28,
        color: INK,
        width: 575,
        overflow: 'break',
      },
    },
    legend: {
      bottom: 14,
      left: 'center',
      itemWidth: 24,
      itemGap: 10,
      textStyle: { fontFamily: chartFont, fontSize: 15.5, color: INK },
      data: [names.reported, names.needed, names.forecast, names.band]
        .filter(name => model.forecast.length > 0 || (name !== names.forecast && name !== names.band))
        .map(name => ({ name, ...(name === names.band ? { icon: 'rect' } : {}) })),
    },
    grid: { left: 66, right: 26, top: topOf(model), bottom: 84 },
    xAxis: {
      type: 'value',
      min: 0,
      max: model.length,
      splitLine: { show: false },
      axisLine: { lineStyle: { color: GREY } },
      axisTick: { show: true, customValues: model.months.map(({ day }) => day) },
      axisLabel: {
        fontSize: 17,
        color: INK,
        customValues: model.months.map(({ day }) => day),
        formatter: (day: number) => model.months.find(month => month.day === day)?.label ?? '',
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 20,
      axisLabel: { fontSize: 17, color: INK, formatter: '{value}%' },
      splitLine: { lineStyle: { color: '#e4e7ec' } },
    },
    series: [...bandOf(model), ...thresholdsOf(model), ...neededOf(model), forecastOf(model), reportedOf(model)],
  }
}

/** A long name of a unit takes two lines. */
function topOf({ title, lines }: ChartModel): number {
  const rows = lines.reduce((sum, line) => sum + Math.ceil(line.length / 56), 0)
  return 92 + (title.length > 42 ? 31 : 0) + rows * 28
}

function reportedOf({ names, reported, latestLabel }: ChartModel) {
  const last = reported.length - 1
  return {
    ...line(names.reported, BLUE, { width: 4 }),
    z: 5,
    symbol: 'circle',
    symbolSize: 10,
    showSymbol: true,
    data: reported.map((value, index) =>
      index === last ? { value, symbolSize: 15, label: latestStyle(latestLabel, value[0] < 170) } : { value },
    ),
  }
}

/** Beside the point on the side where there is room for it. */
function latestStyle(label: string, isEarly: boolean) {
  return {
    ...labelStyle(label, BLUE),
    distance: 12,
    ...(isEarly ? { position: 'bottom', align: 'left' } : { position: 'top', align: 'right' }),
  }
}

function neededOf({ names, needed }: ChartModel) {
  return needed.map(places => ({ ...line(names.needed, ORANGE, { width: 3, type: [12, 7] }), z: 4, data: places }))
}

function forecastOf({ names, forecast }: ChartModel) {
  const data = forecast.map(({ day, band }) => [day, band.mid / 100])
  return { ...line(names.forecast, TEAL, { width: 4, type: [3, 7], cap: 'round' }), z: 4, data }
}

/** Two areas, one upon the other: an empty one up to the low end, a tinted one of the band's height. */
function bandOf({ names, forecast }: ChartModel) {
  if (forecast.length === 0) return []
  const quiet = { type: 'line', stack: 'band', symbol: 'none', lineStyle: { opacity: 0 }, silent: true, z: 1 }
  return [
    { ...quiet, data: forecast.map(({ day, band }) => [day, band.low / 100]) },
    {
      ...quiet,
      name: names.band,
      itemStyle: { color: '#bfe3dd' },
      areaStyle: { color: '#bfe3dd', opacity: 0.75 },
      data: forecast.map(({ day, band }) => [day, (band.high - band.low) / 100]),
    },
  ]
}

/** The label stands at the beginning of the line, where sums are still far below. */
function thresholdsOf({ milestones }: ChartModel) {
  return milestones.map(({ day, percent, label }) => ({
    ...line('', RED, { width: 1.6, type: [5, 5] }),
    z: 3,
    symbol: 'diamond',
    showSymbol: true,
    data: [
      {
        value: [0, percent],
        symbolSize: 1,
        label: { ...labelStyle(label, RED), position: [8, percent > 90 ? 8 : -28] },
      },
      { value: [day, percent], symbolSize: 17 },
    ],
  }))
}

function line(name: string, color: string, lineStyle: object) {
  return {
    type: 'line',
    ...(name === '' ? {} : { name }),
    symbol: 'none',
    itemStyle: { color },
    lineStyle: { color, ...lineStyle },
    clip: false,
  }
}

function labelStyle(formatter: string, color: string) {
  const text = { show: true, formatter, color, fontSize: 18, fontWeight: 'bold', fontFamily: chartFont }
  return { ...text, textBorderColor: '#ffffff', textBorderWidth: 5 }
}

const MARGIN = 20
const INK = '#1f2937'
const GREY = '#6b7280'
const BLUE = '#1d4ed8'
const ORANGE = '#c2410c'
const TEAL = '#0f766e'
const RED = '#b91c1c'
