import { Resvg } from '@resvg/resvg-js'
import readQr from 'jsqr'

/** What a camera would read from the picture (SVG, or PNG put into one); null: nothing. */
export function qrIn(svg: string): string | null {
  const { pixels, width, height } = new Resvg(svg, { fitTo: { mode: 'width', value: 400 } }).render()
  return readQr.default(new Uint8ClampedArray(pixels), width, height)?.data ?? null
}
