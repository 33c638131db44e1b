const onset = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?'
const open =
  'oai|oay|oao|oeo|uây|uya|uyu|uêu|iêu|yêu|ươi|ươu|uôi|uơ|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oe|oi|ôi|ơi|ua|uê|ui|uy|ưa|ưi|ưu'
const closed = 'uyê|iê|yê|uô|ươ|oă|oa|oe|uâ|uê|uy|oo|ôô'
const single = 'a|ă|â|e|ê|i|o|ô|ơ|u|ư|y'
const syllable = new RegExp(`^${onset}(?:(?:${open}|[aeêioôơuưy])|(?:${closed}|${single})(?<coda>ng|nh|ch|[ckmnpt]))$`)
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * Whether a word can be Vietnamese: plain letters, or one syllable with at most one tone. Words of other languages written in
 * Vietnamese letters («Kđăm», «Êban») are not; that alone makes no text wrong.
 */
export function isVietnameseWord(word: string): boolean {
  // «HĐND», «QĐ»: first letters of words.
  if (/^(?:[ -~]*|[B-DF-HJ-NP-TV-XZĐ]+)$/.test(word)) return true
  const parts = word.toLowerCase().normalize('NFD')
  const marks = parts.match(tones) ?? []
  const found = marks.length > 1 ? null : syllable.exec(parts.replace(tones, '').normalize('NFC'))
  if (!found) return false
  const isStopped = /^(?:ch|[ckpt])$/.test(found.groups?.coda ?? '')
  return !isStopped || marks[0] === '\u0301' || marks[0] === '\u0323'
}
