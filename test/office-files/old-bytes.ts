/** Texts as programs from before Unicode wrote them, worked out from the tables of the fonts, not from the code under test. */

const vietnamese = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĐ'
const tcvn3 = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ®§'
const vni =
  `aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò oø où oû oõ oï oâ oà oá oå oã oä
  ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î ñ Ñ`.split(/\s+/)

export function inTcvn3(text: string): string {
  return [...text].map(sign => [...tcvn3][[...vietnamese].indexOf(sign)] ?? sign).join('')
}

export function inVni(text: string): string {
  return [...text].map(sign => vni[[...vietnamese].indexOf(sign)] ?? sign).join('')
}

/** Windows-1258: letters with hat, breve or horn are one byte, the tone is the next. */
export function in1258(text: string): Uint8Array {
  const letters = new Map(
    [...'ăâđêôơưĂÂĐÊÔƠƯ'].map((sign, at) => [
      sign,
      [0xe3, 0xe2, 0xf0, 0xea, 0xf4, 0xf5, 0xfd, 0xc3, 0xc2, 0xd0, 0xca, 0xd4, 0xd5, 0xdd][at] ?? 0,
    ]),
  )
  const tones = new Map([
    ['\u0300', 0xcc],
    ['\u0309', 0xd2],
    ['\u0303', 0xde],
    ['\u0301', 0xec],
    ['\u0323', 0xf2],
  ])
  const bytes = [...text].flatMap(sign => {
    const whole = letters.get(sign)
    if (whole !== undefined) return [whole]
    const parts = [...sign.normalize('NFD')]
    const tone = parts.find(part => tones.has(part))
    if (tone === undefined) return [sign.charCodeAt(0)]
    const base = parts
      .filter(part => part !== tone)
      .join('')
      .normalize('NFC')
    return [letters.get(base) ?? base.charCodeAt(0), tones.get(tone) ?? 0]
  })
  return Uint8Array.from(bytes)
}

/** Each sign one byte; what has none becomes a question mark, as a spreadsheet program does it. */
export function in1252(text: string): Uint8Array {
  return Uint8Array.from([...text].map(sign => (sign.charCodeAt(0) < 256 ? sign.charCodeAt(0) : 0x3f)))
}

export function inUtf16(text: string, order: 'le' | 'be', hasMark: boolean): Uint8Array {
  const bytes = Buffer.from(hasMark ? `\uFEFF${text}` : text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
