import { strFromU8, unzipSync } from 'fflate'

/** Lines of a paper in which a curly bracket was left, wherever they stand: nothing that is filled in holds one. */
export function unfilledIn(paper: Uint8Array): string[] {
  return Object.entries(unzipSync(paper)).flatMap(([name, part]) =>
    /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name)
      ? [...strFromU8(part).matchAll(/<w:p[ >].*?<\/w:p>/gs)]
          .map(([xml]) => wordsOf(xml))
          .filter(words => /[{}]/.test(words))
      : [],
  )
}

const wordsOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, words]) => words)
    .join('')
    .trim()
