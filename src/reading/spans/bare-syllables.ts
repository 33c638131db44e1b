/** Numerals and scales of one syllable that are other words with other accents: «cu» may be cũ, «van» vẫn, «bon» bọn, «ba» bà. */
export const isBareNumeralWord = (said: string): boolean => said.split(' ').every(word => NUMERALS.has(word))

const NUMERALS: ReadonlySet<string> = new Set(
  'mot ba bon tu nam lam sau bay tam chin muoi tram chuc van cu ngan ti ty nua le linh'.split(' '),
)
