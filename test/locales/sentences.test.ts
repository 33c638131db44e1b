import { describe, expect, it } from 'vitest'
import { says } from '../../src/conversation/say.ts'
import { features } from '../../src/features/list.ts'
import { registryOf } from '../../src/intake/registry.ts'
import { readCommandWord } from '../../src/reading/command-words.ts'
import { readPeriod } from '../../src/reading/period.ts'
import { readYesNo } from '../../src/reading/yes-no.ts'
import { overruleReason } from '../../src/secrecy/overrule.ts'
import { loadTexts, locales } from '../../src/texts.ts'
import { holesOf, sentencesOf, withoutHoles } from './sentences.ts'

const vietnamese = sentencesOf('vi')
const english = sentencesOf('en')

/** Keys whose sentence breaks what `isWrong` says, with the sentence, so that a failure names what to mend. */
function wrongOnes(sentences: ReadonlyMap<string, string>, isWrong: (sentence: string, key: string) => boolean) {
  return [...sentences].filter(([key, sentence]) => isWrong(sentence, key)).map(([key, text]) => `${key}: ${text}`)
}

const { words } = registryOf(features)

describe('the two languages', () => {
  it('have the same sentences', () => {
    expect(
      [...english.keys()].filter(key => !vietnamese.has(key)),
      'only in en',
    ).toEqual([])
    expect(
      [...vietnamese.keys()].filter(key => !english.has(key)),
      'only in vi',
    ).toEqual([])
  })

  it('put the same things into them', () => {
    const differing = [...vietnamese].flatMap(([key, sentence]) => {
      const [vi, en] = [holesOf(sentence), holesOf(english.get(key) ?? sentence)]
      return vi.join() === en.join() ? [] : [`${key}: vi ${vi.join(' ')}, en ${en.join(' ')}`]
    })
    expect(differing).toEqual([])
  })

  it('leave no English sentence in Vietnamese', () => {
    const same = [...english].filter(([key, sentence]) => {
      const words = withoutHoles(sentence).replace(/«[^»]*»/g, '')
      return vietnamese.get(key) === sentence && /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/i.test(words)
    })
    expect(same.map(([key]) => key)).toEqual([])
  })
})

describe.each(locales)('every sentence of %s', locale => {
  const sentences = locale === 'vi' ? vietnamese : english

  it('says something, in composed characters', () => {
    expect(wrongOnes(sentences, sentence => sentence.trim() === '')).toEqual([])
    expect(wrongOnes(sentences, sentence => sentence !== sentence.normalize('NFC'))).toEqual([])
  })

  it('is typed cleanly', () => {
    // The columns of the command line's help are aligned with spaces.
    const prose = new Map([...sentences].filter(([key]) => key !== 'cli.help'))
    expect(
      wrongOnes(prose, sentence => / {2}|\t|\u00a0/.test(sentence)),
      'spaces',
    ).toEqual([])
    expect(
      wrongOnes(prose, sentence => / [,.;:!?…](?:\s|$)/.test(sentence)),
      'space before a mark',
    ).toEqual([])
    expect(
      wrongOnes(prose, sentence => /[\p{L}\d][,;!?][\p{L}]/u.test(sentence)),
      'no space after a mark',
    ).toEqual([])
    expect(
      wrongOnes(prose, sentence => /\.{2,}|,,|;;|::/.test(sentence)),
      'repeated marks',
    ).toEqual([])
    expect(
      wrongOnes(prose, sentence => / \n|\s$/.test(sentence)),
      'space at an end',
    ).toEqual([])
    expect(
      wrongOnes(prose, sentence => count(sentence, '«') !== count(sentence, '»')),
      'quotes',
    ).toEqual([])
    expect(
      wrongOnes(prose, sentence => count(sentence, '(') !== count(sentence, ')')),
      'brackets',
    ).toEqual([])
  })

  it('tells people to type only what is understood', () => {
    const t = loadTexts(locale)
    const told = [...sentences].flatMap(([key, sentence]) => wordsToType(key, sentence).map(word => ({ key, word })))
    expect(told.length).toBeGreaterThan(30)
    expect(told.filter(({ word }) => !isUnderstood(word, t)).map(({ key, word }) => `${key}: «${word}»`)).toEqual([])
  })

  it('names the words of a prompt as they are read', () => {
    const t = loadTexts(locale)
    for (const word of ['back', 'skip', 'later'] as const)
      expect(readCommandWord(t(`conversation.promptWords.${word}`))?.command).toBe(word)
    for (const word of ['keep', 'done'] as const)
      expect(says(t(`conversation.promptWords.${word}`), word, { t }), word).toBe(true)
    for (const word of ['send', 'edit', 'later', 'cancel'] as const)
      expect(says(t(`conversation.reviewChoices.${word}`), word, { t }), word).toBe(true)
    expect(says(t('conversation.nothingToMeasure'), 'nothing', { t })).toBe(true)
  })
})

describe('the words that are typed', () => {
  it('are understood in Vietnamese whatever the language', () => {
    const [inVietnamese, inEnglish] = [loadTexts('vi'), loadTexts('en')]
    for (const word of ['done', 'keep', 'send', 'edit', 'later', 'cancel', 'nothing'] as const)
      for (const way of inVietnamese(`conversation.say.${word}`).split('|'))
        expect(says(way, word, { t: inEnglish }), `${word}: ${way}`).toBe(true)
  })
})

it('Vietnamese is written with its accents', () => {
  const plain = wrongOnes(vietnamese, (sentence, key) => {
    const words = withoutHoles(sentence).replace(/(?<!\p{L})\/\p{L}+/gu, '')
    return /\p{L}{2}/u.test(words) && !isWithoutAccents(words, key) && !accent.test(words)
  })
  expect(plain).toEqual([])
})

const accent = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i

/** Names, file names, the words that Vietnamese writes without accents, and the offer to go over to English. */
function isWithoutAccents(words: string, key: string): boolean {
  const bare = words.replace(/[^\p{L}\s.-]/gu, '').trim()
  return (
    key === 'settings.language' ||
    /^(?:telegram|zalo oa|zalo bot|trang|trang web|trang sau|xong|tham gia)$/i.test(bare) ||
    /^[a-z]+-(?:\.\w+)?$/.test(bare)
  )
}

const count = (sentence: string, sign: string) => sentence.split(sign).length - 1

/** What a sentence tells its reader to type, apart from examples of answers. Operators' texts are another matter. */
function wordsToType(key: string, sentence: string): string[] {
  if (/^(?:cli|plan-check|store|config)\./.test(key) || !/gõ|\btype\b/i.test(sentence)) return []
  const isList = key === 'conversation.words' || key === 'menu.help'
  const pattern = isList ? /«([^»]+)»/g : /(?:gõ|\btype|\bhoặc|\bor) «([^»]+)»/gi
  return [...sentence.matchAll(pattern)].map(([, word]) => word ?? '').filter(word => !word.includes('{{'))
}

/** A command, a way of saying one of the words that every question knows, or an answer. */
function isUnderstood(word: string, t: ReturnType<typeof loadTexts>): boolean {
  if (
    overruleReason(word) !== null ||
    readCommandWord(word, words) !== null ||
    readYesNo(word).ok ||
    /[\d/]/.test(word) ||
    word === 'tất cả'
  )
    return true
  if (readPeriod(word, { today: { year: 2024, month: 3 } }).ok) return true
  return (['done', 'keep', 'nothing'] as const).some(way => says(word, way, { t }))
}
