import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const mostUnpacked = 200_000_000

/**
 * The workbook with every cell that is shown as a percent turned into that text: «100%» is stored as 1, and who reads counts must not
 * take it for one. What is no workbook comes back as it is.
 */
export function withPercentsAsText(bytes: Uint8Array): Uint8Array {
  try {
    let size = 0
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize
        if (size > mostUnpacked) throw new Error('too large')
        return /\.(?:xml|rels)$/i.test(name)
      },
    })
    const styles = Object.entries(parts).find(([name]) => /(?:^|\/)styles\.xml$/i.test(name))?.[1]
    const percents = styles ? percentStyles(strFromU8(styles)) : new Set<string>()
    if (percents.size === 0) return bytes
    for (const [name, part] of Object.entries(parts))
      if (/worksheets\/[^/]+\.xml$/i.test(name)) parts[name] = strToU8(inSheet(strFromU8(part), percents))
    return zipSync(parts, { level: 0 })
  } catch {
    return bytes
  }
}

/** The numbers of the cell styles that show a percent. */
function percentStyles(styles: string): Set<string> {
  const own = [...styles.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)].flatMap(([format]) =>
    /formatCode="[^"]*%/.test(format) ? (/numFmtId="(\d+)"/.exec(format)?.[1] ?? []) : [],
  )
  const formats = new Set(['9', '10', ...own])
  const [, cells = ''] = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(styles) ?? []
  const each = [...cells.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)]
  return new Set(each.flatMap(([xf], at) => (formats.has(/numFmtId="(\d+)"/.exec(xf)?.[1] ?? '') ? [String(at)] : [])))
}

function inSheet(sheet: string, percents: ReadonlySet<string>): string {
  return sheet.replace(
    /<((?:\w+:)?)c\b([^>]*)>(?:\s*<\1f\b[^>]*(?:\/>|>[^<]*<\/\1f>))?\s*<\1v>([^<]*)<\/\1v>\s*<\/\1c>/g,
    (whole, space: string, attributes: string, value: string) => {
      const style = /\ss="(\d+)"/.exec(attributes)?.[1]
      const isNumber = !/\st="(?!n")/.test(attributes) && Number.isFinite(Number(value))
      if (style === undefined || !percents.has(style) || !isNumber) return whole
      const shown = `${Number((Number(value) * 100).toFixed(4))}%`.replace('.', ',')
      return `<${space}c${attributes.replace(/\s[ts]="[^"]*"/g, '')} t="str"><${space}v>${shown}</${space}v></${space}c>`
    },
  )
}
