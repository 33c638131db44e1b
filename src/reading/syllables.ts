import { accentsWithin, fold } from './text.ts'

/** What may stand before and behind the vowels, and which vowels may stand alone, open a closed syllable or close it. */
const ONSET = /^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnrstvx])?/u
const RHYMES =
  'a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âu ây âc âm ân âng âp ât e eo ec em en eng ep et ê êu êch êm ên ênh êp êt i ia iu ich im in inh ip it iêu iêc iêm iên iêng iêp iêt o oi oa oai oay oao oe oeo oc om on ong op ot ooc oong oac oach oam oan oang oanh oap oat oăc oăm oăn oăng oăt oen oet ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua ui uc um un ung up ut uây uân uâng uât uê uêch uênh uôi uôc uôm uôn uông uôt uơ uy uya uyu uyên uyêt uych uynh uyt uyp ư ưa ưi ưu ưc ưm ưn ưng ưt ươi ươu ươc ươm ươn ương ươp ươt y yêu yêm yên yêng yêt ych ynh yt'.split(
    ' ',
  )
const byFolded = new Map<string, string[]>()
for (const rhyme of RHYMES) byFolded.set(fold(rhyme), [...(byFolded.get(fold(rhyme)) ?? []), rhyme])

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const FRONT = /^[eêiy]/

/** The letters without their tone, and the tone; undefined where there are two. */
export function partsOf(word: string): { letters: string; tone: string } | undefined {
  const apart = word.normalize('NFD')
  const [tone = '', ...others] = new Set(apart.match(TONES) ?? [])
  return others.length > 0 ? undefined : { letters: apart.replace(TONES, '').normalize('NFC'), tone }
}

/** Whether letters without a tone are a syllable of Vietnamese, accents left out or not. Expects lower case. */
export const isSpelt = (letters: string): boolean => hasRhyme(letters, accentsWithin)

/** The same with every accent of its vowels. */
export const isWhole = (word: string): boolean =>
  isSyllable(word) && hasRhyme(partsOf(word)?.letters ?? '', (typed, rhyme) => typed === rhyme)

function hasRhyme(letters: string, fits: (typed: string, rhyme: string) => boolean): boolean {
  const onset = ONSET.exec(letters)?.[0] ?? ''
  // «gì», «gin»: the «i» is the vowel.
  const [start, rhyme] = /^gi[nm]?$/.test(letters) ? ['g', letters.slice(1)] : [onset, letters.slice(onset.length)]
  const isBack = /^(?:c|g|ng)$/.test(start) && FRONT.test(rhyme) && !/^gi/.test(letters)
  const isFront = /^(?:k|gh|ngh)$/.test(start) && !FRONT.test(rhyme)
  if (rhyme === '' || isBack || isFront) return false
  return (byFolded.get(fold(rhyme)) ?? []).some(one => fits(rhyme, one))
}

/** «mưoi», «nuơc»: one horn for two letters. */
export const horned = (letters: string): string => letters.replace(/ưo(?=\p{L})|uơ(?=\p{L})/u, 'ươ')

/** Whether it is a syllable with its tone, if it has one, on a letter that may bear it. Expects lower case. */
export function isSyllable(word: string): boolean {
  const parts = partsOf(word)
  if (parts === undefined || !isSpelt(parts.letters)) return false
  return parts.tone === '' || placesOf(horned(parts.letters)).some(at => toned(parts.letters, parts.tone, at) === word)
}

export const toned = (letters: string, tone: string, at: number): string =>
  `${letters.slice(0, at + 1)}${tone}${letters.slice(at + 1)}`.normalize('NFC')

/** Where the tone may be written, the usual place first: «hòa» and «hoà» are both seen. */
export function placesOf(letters: string): number[] {
  const usual = toneAt(letters)
  const isOld = /(?:oa|oe|uy)$/.test(letters) && !/^qu/.test(letters)
  return isOld ? [usual, letters.length - 1] : [usual]
}

const VOWEL = /[aăâeêioôơuưy]/

/** Where a tone is written: on the vowel with a shape, else before a closing consonant on the last vowel, else on the last but one. */
export function toneAt(word: string): number {
  const vowels = [...word].flatMap((letter, at) => (VOWEL.test(letter.toLowerCase()) ? [at] : []))
  const start = /^(qu|gi)/i.test(word) && vowels.length > 1 ? vowels.slice(1) : vowels
  const shaped = start.filter(at => /[ăâêôơư]/i.test(word[at] ?? '')).at(-1)
  if (shaped !== undefined) return shaped
  const last = start.at(-1)
  if (last === undefined) return -1
  return last < word.length - 1 || start.length === 1 ? last : (start.at(-2) ?? last)
}
