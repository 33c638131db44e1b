import { isSyllable as isWord, toneAt, toned } from './syllables.ts'
import { accentsWithin, fold } from './text.ts'

/** What the keys of Telex and VNI put on a letter, in the order in which marks are written. */
const TONES: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
  '1': '\u0301',
  '2': '\u0300',
  '3': '\u0309',
  '4': '\u0303',
  '5': '\u0323',
}
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/aa|a6/, 'â'],
  [/ee|e6/, 'ê'],
  [/oo|o6/, 'ô'],
  [/aw|a8/, 'ă'],
  [/ow|o7/, 'ơ'],
  [/uw|u7/, 'ư'],
  [/dd|d9/, 'đ'],
]

/** No word of Vietnamese has any of these. */
const KEYS = /[sfrxj](?:$|[aeiouy]|ch$|ng$|nh$)|[1-9w]|aa|ee|oo|dd/

/** A word as it was meant when the keys of Telex or VNI came out as letters: «laij», «la5i» → «lại»; itself when they did not. */
export function retyped(word: string): string {
  const small = word.toLowerCase()
  if (!KEYS.test(small)) return small
  const tone =
    /^(.*[aăâeêioôơuưy].*)([sfrxj])$/.exec(small) ??
    // «ngafy», «thasng»; «test», «form» and «march» are words of other tongues.
    /^(.*[aăâeêioôơuưy])([sfrxj])([aeiouy]{1,2}|ng|nh|(?<=[sj])ch)$/.exec(small) ??
    /^(.*[aăâeêioôơuưy][a-z6789]*)([1-5])([a-z6789]*)$/.exec(small)
  const letters = tone ? `${tone[1] ?? ''}${tone[3] ?? ''}` : small
  // «muowi»: the horn on the «o» gives the «u» before it one too.
  const shaped = SHAPES.reduce((text, [keys, letter]) => text.replace(keys, letter), loosened(letters)).replace(
    /uơ(?=\p{L})/u,
    'ươ',
  )
  return tone ? withTone(shaped, TONES[tone[2] ?? ''] ?? '') : shaped
}

/**
 * A text with the words retyped that can only be Telex keys: letters of which Vietnamese makes no syllable, and which retyped are one.
 * «ba trawm nawm muwowi trieeuj» → «ba trăm năm mươi triệu»; «triệuu», «hs», «bus» stay. The same text where there are none.
 */
export function withoutKeys(text: string): string {
  const said = VNI.test(text) ? text.replace(VNI_WORD, word => keysOf(word) ?? word) : text
  return MAY_HAVE_KEYS.test(said) ? said.replace(WORD, word => keysOf(word) ?? word) : said
}

/** «trie65u», «nga2y»: figures within a word are keys of VNI, and so are those at the end of other words of the line («mo6»). */
const VNI = /(?<![\p{L}\d])[a-z]+[1-9]{1,2}[a-z]+[1-9]?[a-z]*(?![\p{L}\d])/iu
const VNI_WORD =
  /(?<![\p{L}\d./@:_-])(?=[a-z]*[1-9])[a-z]{2}[a-z1-9]*(?![\p{L}\d@_-])|(?<![\p{L}\d])d9[a-z1-9]+(?![\p{L}\d])|(?<![\p{L}\d])[a-z][1-9][a-z1-9]*[a-z][a-z1-9]*(?![\p{L}\d])/giu

const MAY_HAVE_KEYS = /[sfrxjw](?![\p{L}\d])|aa|ee|oo|dd|[aou]w|[aeiouy][sfrxj](?:[iouy]|ng|ch|nh)/iu
const WORD = /(?<![\p{L}\d./@:_-])[a-z]{2,9}(?![\p{L}\d@_-])/giu
/** A syllable with its accents taken off; «đ» stays. */
const SYLLABLE =
  /^(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnprstvx])?(?:[aăâeêioôơuưy]{1,3})(?:ch|ng|nh|[cmnpt])?$/

function keysOf(word: string): string | undefined {
  const small = word.toLowerCase()
  if (LOAN_WORDS.has(small) || isSyllable(small) || /(\p{L})\1\1/u.test(small)) return undefined
  const meant = retyped(small)
  if (meant === small || !isWord(meant) || isDoubledNumeral(small, meant)) return undefined
  return word === small ? meant : meant.charAt(0).toUpperCase() + meant.slice(1)
}

/** «taam» may be «tâm», or «tam» with a letter that was struck twice. */
function isDoubledNumeral(word: string, meant: string): boolean {
  const once = word.replace(/aa|ee|oo/, pair => pair.charAt(0))
  const numerals = NUMERALS.filter(numeral => once !== word && fold(numeral) === once)
  return numerals.length > 0 && !numerals.some(numeral => accentsWithin(meant, numeral))
}

const NUMERALS = 'hai ba bốn năm sáu bảy tám trăm'.split(' ')

const isSyllable = (word: string): boolean =>
  SYLLABLE.test(
    word
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
      .normalize('NFC'),
  ) && !/[aeo]{3}|aa|ee|oo/.test(word)

/** Words of other tongues that keys might be taken for. */
const LOAN_WORDS: ReadonlySet<string> = new Set(
  'bus max fax tax gas sms box pos was has his yes is as us or for'.split(' '),
)

/** The key of a shape may come at the end of the word: «cauau», «ddeer», «suwar», «dung9». */
function loosened(letters: string): string {
  const [, start = '', vowel = '', rest = '', key = ''] = /^([^aeou]*)([aeou])([a-z]*)([6789w])$/.exec(letters) ?? []
  return key === '' || rest === '' ? letters : `${start}${vowel}${key}${rest}`
}

function withTone(word: string, mark: string): string {
  const at = toneAt(word)
  return at < 0 ? word : toned(word, mark, at)
}
