/** Encodings of the fonts from before Unicode. Their texts come as letters of Western Europe. */
export const oldFonts = ['TCVN3', 'VNI'] as const
export type OldFont = (typeof oldFonts)[number]

/** The text in Unicode; signs that the font does not know stay as they are. Guarantees nothing about a text of another font. */
export function fromOldFont(text: string, font: OldFont): string {
  const words = text.split(/(\s+)/)
  return words.map(word => inCase(word, font === 'TCVN3' ? fromTcvn3(word) : fromVni(word))).join('')
}

function fromTcvn3(word: string): string {
  return [...word].map(sign => tcvn3.get(sign) ?? sign).join('')
}

/** A mark follows its letter; a few letters are one sign. */
function fromVni(word: string): string {
  return word
    .replace(/([aeoôuöyAEOÔUÖY])([øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË])|[íìæóòôöñîÍÌÆÓÒÔÖÑÎ]/g, (sign, letter, mark) => {
      if (letter === undefined) return vniSingles.get(sign) ?? sign
      const base = vniSingles.get(letter) ?? letter
      const marks = vniMarks.get(mark.toLowerCase()) ?? ''
      // A hat or breve belongs to some letters only: «aê» is one, «oê» is none.
      const bearers = marks.startsWith('\u0306') ? 'a' : marks.startsWith('\u0302') ? 'aeo' : 'aeoơuưy'
      return bearers.includes(base.toLowerCase()) ? base + marks : base + (vniSingles.get(mark) ?? mark)
    })
    .normalize('NFC')
}

/** Capital letters of these fonts are often the small ones drawn tall: «NGUYÔN» is «NGUYỄN». */
function inCase(before: string, after: string): string {
  return /[A-Z]/.test(before) && !/[a-z]/.test(before) ? after.toUpperCase() : after
}

const tcvn3 = new Map(
  [
    ['µ¸¶·¹', 'àáảãạ'],
    ['¨»¾¼½Æ', 'ăằắẳẵặ'],
    ['©ÇÊÈÉË', 'âầấẩẫậ'],
    ['ÌÐÎÏÑ', 'èéẻẽẹ'],
    ['ªÒÕÓÔÖ', 'êềếểễệ'],
    ['×ÝØÜÞ', 'ìíỉĩị'],
    ['ßãáâä', 'òóỏõọ'],
    ['«åèæçé', 'ôồốổỗộ'],
    ['¬êíëìî', 'ơờớởỡợ'],
    ['ïóñòô', 'ùúủũụ'],
    ['\u00adõøö÷ù', 'ưừứửữự'],
    ['úýûüþ', 'ỳýỷỹỵ'],
    ['®¡¢£¤¥¦§', 'đĂÂÊÔƠƯĐ'],
  ].flatMap(([old = '', now = '']) => [...old].map((sign, at) => [sign, [...now][at] ?? sign] as const)),
)

const vniSingles = new Map(
  [...'íìæóòôöñîÍÌÆÓÒÔÖÑÎ'].map((sign, at) => [sign, [...'íìỉĩịơưđỵÍÌỈĨỊƠƯĐỴ'][at] ?? sign] as const),
)

const vniMarks = new Map<string, string>([
  ['ø', '\u0300'],
  ['ù', '\u0301'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
  ['â', '\u0302'],
  ['à', '\u0302\u0300'],
  ['á', '\u0302\u0301'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
  ['ê', '\u0306'],
  ['è', '\u0306\u0300'],
  ['é', '\u0306\u0301'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
])
