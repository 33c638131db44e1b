import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/**
 * A Word file as it is printed: changes that were tracked are taken as accepted, comments left out. Somebody's template may hold both, a
 * paper that leaves the house neither.
 */
export function asAccepted(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file)
  const kept = Object.entries(parts).filter(([name]) => !COMMENTS.test(name))
  return zipSync(
    Object.fromEntries(
      kept.map(([name, bytes]) => [name, isWritten(name) ? strToU8(settled(strFromU8(bytes))) : bytes]),
    ),
  )
}

const COMMENTS = /^word\/comments\w*\.xml$/

const isWritten = (name: string) => /^word\/\w+\.xml$|^word\/_rels\/\w+\.xml\.rels$|^\[Content_Types\]\.xml$/.test(name)

function settled(xml: string): string {
  return GONE.reduce((text, gone) => text.replaceAll(gone, ''), xml)
}

/** What goes, the outer of two after the inner: rows and words that were taken out, old looks, marks of what was put in or moved, comments. */
const GONE = [
  /<w:tr(?: [^>]*)?>(?:(?!<w:tr[ >]).)*?<w:trPr>(?:(?!<\/w:trPr>).)*?<w:del [^>]*\/>.*?<\/w:tr>/gs,
  /<w:(del|moveFrom)(?: [^>]*[^/])?>.*?<\/w:\1>/gs,
  /<w:(\w+PrChange|numberingChange)(?: [^>]*[^/])?>.*?<\/w:\1>/gs,
  /<\/?w:(?:ins|del|moveFrom|moveTo|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart|moveToRangeEnd|numberingChange)(?: [^>]*)?\/?>/g,
  /<w:trackRevisions(?: [^>]*)?\/>/g,
  /<w:comment(?:RangeStart|RangeEnd|Reference)(?: [^>]*)?\/>/g,
  /<(?:Override|Relationship)(?= )[^>]*\bcomments\w*\.xml"[^>]*\/>/g,
] as const
