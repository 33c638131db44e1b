const figures = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const

function underHundred(n: number, isAfterHundreds: boolean): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  if (tens === 0) return isAfterHundreds && n > 0 ? `linh ${figures[ones]}` : n === 0 ? '' : `${figures[ones]}`
  const head = tens === 1 ? 'mười' : `${figures[tens]} mươi`
  if (ones === 0) return head
  if (ones === 5) return `${head} lăm`
  return `${head} ${ones === 1 && tens > 1 ? 'mốt' : figures[ones]}`
}

function underThousand(n: number, isAfterMore: boolean): string {
  const hundreds = Math.floor(n / 100)
  const rest = underHundred(n % 100, hundreds > 0 || isAfterMore)
  if (hundreds > 0) return `${figures[hundreds]} trăm ${rest}`.trim()
  return isAfterMore && n > 0 ? `không trăm ${rest}` : rest
}

/** A whole number as a clerk says it: 1.205 is «một nghìn hai trăm linh năm». */
export function saidNumber(n: number): string {
  if (n === 0) return figures[0]
  const scales: readonly [number, string][] = [
    [1_000_000_000, 'tỷ'],
    [1_000_000, 'triệu'],
    [1_000, 'nghìn'],
    [1, ''],
  ]
  let left = n
  const said: string[] = []
  for (const [scale, name] of scales) {
    const count = Math.floor(left / scale)
    left %= scale
    if (count > 0) said.push(`${underThousand(count, said.length > 0)} ${name}`.trim())
  }
  return said.join(' ')
}

/** 1234567 is «1.234.567». */
export const grouped = (n: number, by = '.'): string => String(n).replace(/\B(?=(\d{3})+$)/g, by)
