import { encode } from 'uqr'

interface QrProps {
  text: string
  /** What it holds, for those who cannot see it. */
  label: string
  /** How much may be smudged: little on a screen, more on paper. */
  ecc?: 'L' | 'M'
}

/** Black on white in light and dark: cameras read nothing else surely. Four squares of margin, as the standard asks. */
export function QrCode({ text, label, ecc = 'L' }: QrProps) {
  const { size, data } = encode(text, { ecc, border: 4 })
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={data.map(strokes).join('')} fill="#000" />
    </svg>
  )
}

/** Dark squares beside each other as one, so that a page of hundreds of codes stays light. */
function strokes(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x += 1
    path += `M${from} ${y}h${x - from + 1}v1H${from}z`
  }
  return path
}
