/**
 * Whether a text holds the number of a citizen's identity card: twelve digits that begin with the code of a province, with a sign of century and sex
 * (0–3: born 1900–2099); or a number of the older card or a passport beside the words that say so. Money, phones, accounts and numbers of
 * documents do not look like that: none begins with such a code and is as long.
 */
export function hasIdentityNumber(text: string): boolean {
  // Digits of full width, and blanks that do not break, are the same to a reader.
  const plain = text.normalize('NFKC')
  for (const [found] of plain.matchAll(twelve)) if (isCitizen(found.replace(/\D/g, ''))) return true
  return oldCard.test(plain) || passport.test(plain)
}

/** Together, or in groups as they are printed; not a part of something longer. */
const twelve = /(?<![\p{L}\d.,/=-])0\d{2}[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{3}(?![\p{L}\d/]|[.,-]\d)/gu
const oldCard =
  /(?<!\p{L})(CMND|CMTND|chứng minh (nhân dân|thư)|số CMT)(?!\p{L})[^\d\n]{0,20}\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)/iu
const passport = /(?<!\p{L})(hộ chiếu|passport)(?!\p{L})[^\d\n]{0,20}(?<![\p{L}\d])[A-Z]\d{7}(?!\d)/iu

/**
 * Whether a picture is called after a card or a passport. What it shows cannot be read here, and honest papers speak of cards, too: only pictures
 * are asked about, by their name.
 */
export function isNamedCard(name: string): boolean {
  if (!picture.test(name)) return false
  const words = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/\p{P}/gu, ' ')
  return card.test(words)
}

const picture = /\.(jpe?g|png|heic|heif|webp|gif|bmp|tiff?)$/i
const card = /(?<![\p{L}\d])(cccd|cmnd|cmtnd|can ?cuoc|chung ?minh ?(nhan ?dan|thu)|ho ?chieu|passport)(?!\p{L})/iu

function isCitizen(digits: string): boolean {
  return provinces.has(digits.slice(0, 3)) && /[0-3]/.test(digits.charAt(3))
}

/** Codes of the place of birth's registration (circular 59/2021/TT-BCA, annex). */
const provinces = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 ' +
    '049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
)
