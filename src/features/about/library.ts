import type { Ctx } from '../../contract/feature.ts'
import type { Found } from '../../contract/found.ts'
import { basesOn } from '../../law/bases.ts'
import { whyInWords } from '../../law/words.ts'
import { formatDate } from '../../reading/format.ts'
import { fold } from '../../reading/text.ts'

/** A document that the plan cites, or of the law that holds besides. */
export interface LibraryDocument {
  /** «Nghị quyết 05-NQ/TU». */
  name: string
  /** The plan's code: 'L-01'; '' for the law besides. */
  code: string
  /** null: it is cited without a number. */
  number: string | null
  /** What it is, of when, by whom, where the plan names it. */
  told: string
}

export const LIBRARY_PATH = 'thu-vien'

/** The legal bases of the plan in its order, then the law of the day. */
export function libraryOf({ campaign, today, t }: Ctx): readonly LibraryDocument[] {
  const { legalBases, generalLaw } = campaign.plan
  const day = today.toString()
  const inForce = generalLaw.filter(({ validFrom, validTo }) => validFrom <= day && (validTo ?? '9') >= day)
  const held = basesOn(day, 'commendation')
  return [
    ...legalBases.map(({ code, documentType, number, date, issuer, abstract, citedIn, isToPropagate }) => {
      const name = [documentType, number].filter(Boolean).join(' ')
      const ofDay = date === null ? '' : ` ${t('about.ofDay', { day: formatDate(date) })}`
      const told = t(isToPropagate ? 'about.basisToPropagate' : 'about.basis', {
        ...{ name, date: ofDay, sections: citedIn.join(', '), issuer, abstract },
      })
      return { code, name, number, told }
    }),
    ...inForce.map(({ name, number, note }) => ({
      ...{ code: '', name, number },
      told: t('about.law', { name, number, note: note === null ? '' : ` ${note}.` }),
    })),
    ...(held.held ? held.bases : []).map(({ title, code }) => ({
      ...{ code: '', name: title, number: code },
      told: t('about.law', { name: title, number: code, note: '' }),
    })),
  ]
}

/** Why nothing is told of the law of the day; null: it is told. */
export function lawUntold({ today, t }: Ctx): string | null {
  const held = basesOn(today.toString(), 'commendation')
  return held.held ? null : whyInWords(held.why, t)
}

/** «05-NQ/TU» for «5-nq/tu», and «3322/QĐ-UBND» for «3322». */
export function isNumbered(number: string, asked: string): boolean {
  const [whole, part] = [number, asked].map(one => fold(one).replace(/^0+/, ''))
  if (whole === undefined || !part) return false
  return whole === part || (whole.startsWith(part) && !/[\da-z]/.test(whole[part.length] ?? ''))
}

/** Those of this number; of several those of this type, where there are any. */
export function documentsNumbered(ctx: Ctx, type: string, number: string): readonly LibraryDocument[] {
  const numbered = libraryOf(ctx).filter(one =>
    one.number === null ? isNumbered(fold(one.name).replace(/^\D+/, ''), number) : isNumbered(one.number, number),
  )
  const ofType = numbered.filter(({ name }) => fold(name).startsWith(fold(type)))
  return ofType.length > 0 ? ofType : numbered
}

/** The documents in whose words all of these are, in any order; `isTogether`: as they follow each other. */
export function documentsAbout(ctx: Ctx, words: string, isTogether: boolean): readonly LibraryDocument[] {
  return libraryOf(ctx).filter(({ told }) => isAbout(told, words, isTogether))
}

/** Whole words count: «tho» is not in «thông tin». */
export function isAbout(text: string, words: string, isTogether: boolean): boolean {
  const own = ` ${wordsOf(text).join(' ')} `
  const asked = wordsOf(words)
  if (asked.length === 0) return false
  return isTogether ? own.includes(` ${asked.join(' ')} `) : asked.every(word => own.includes(` ${word} `))
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

const most = 10

/** The documents in whose words all of these are, for the one search box. */
export async function findDocuments(ctx: Ctx, words: readonly string[]): Promise<readonly Found[]> {
  return libraryOf(ctx)
    .map((one, at) => ({ ...one, page: `${LIBRARY_PATH}#${anchorOf(at)}` }))
    .filter(({ told }) => words.every(word => fold(told).includes(word)))
    .slice(0, most)
    .map(({ name, told, page }) => ({ group: ctx.t('about.library.title'), title: name, more: told, page }))
}

/** Where the document of this place stands on the page of the library. */
export function anchorOf(at: number): string {
  return `vb-${at + 1}`
}
