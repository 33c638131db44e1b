import { createRequire } from 'node:module'
import type { EChartsCoreOption } from 'echarts/core'

/** Logical size; the picture has nine pixels for five of these. */
export interface ChartSize {
  width: number
  height: number
}

/** The family that every text of a chart is drawn with: made for Vietnamese, all signs with their marks. */
export const chartFont = 'Be Vietnam Pro'

const require = createRequire(import.meta.url)

/** The two weights that charts use, from the package; nothing is taken from the machine. */
export const chartFontFiles = [
  require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
]

const PIXELS = 1.8

/**
 * Draws a chart as PNG, off the main thread where it is slow. The same option gives the same bytes. The drawing libraries are
 * loaded with the first chart, so that a server that draws none never pays for them.
 */
export async function drawChart(option: EChartsCoreOption, size: ChartSize): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(await chartSvg(option, size), {
    fitTo: { mode: 'width', value: size.width * PIXELS },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles: chartFontFiles, defaultFontFamily: chartFont },
  })
  return new Uint8Array(image.asPng())
}

/** Loads what drawing needs, which takes a second once: for callers that would otherwise keep a transaction open meanwhile. */
export async function readyToDraw(): Promise<void> {
  await Promise.all([library(), import('@resvg/resvg-js')])
}

async function chartSvg(option: EChartsCoreOption, size: ChartSize): Promise<string> {
  const { init } = await library()
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption({ ...option, animation: false })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

let loaded: Promise<typeof import('echarts/core')> | undefined

function library(): Promise<typeof import('echarts/core')> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<typeof import('echarts/core')> {
  const core = await import('echarts/core')
  const { LineChart } = await import('echarts/charts')
  const { GridComponent, LegendComponent, TitleComponent } = await import('echarts/components')
  const { SVGRenderer } = await import('echarts/renderers')
  core.use([LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer])
  return core
}
