import { encode } from 'uqr'

/** Squares of margin on each side, as the standard asks. */
const MARGIN = 4

/** A QR code as a drawing, black on white: cameras read nothing else surely. `label`: what it is, for those who do not see it. */
export function qrSvg(text: string, label: string): string {
  const { size, data } = encode(text, { ecc: 'L', border: MARGIN })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  const title = label.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${title}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${squares.join('')}" fill="#000"/></svg>`
}

/** The same as PNG, eight pixels a square. */
export async function qrPng(text: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(qrSvg(text, ''), {
    fitTo: { mode: 'zoom', value: 8 },
    font: { loadSystemFonts: false },
  })
  return new Uint8Array(image.asPng())
}
