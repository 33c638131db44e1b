import { formatDate } from '../reading/format.ts'
import type { Translate } from '../texts.ts'
import type { Lapse } from './bases.ts'
import type { HeldLimit } from './due-by.ts'
import type { Basis } from './law-schema.ts'
import type { Caution, Grounds, Reading, Refusal } from './refusal.ts'

/** «Nghị định số 152/2025/NĐ-CP quy định …», «Luật Thi đua, khen thưởng số 06/2022/QH15»: in full, without its dates. */
export function basisInWords({ kind, code, title }: Basis, t: Translate): string {
  return t(`law.basis.${kind}`, { kind: t(`law.kinds.${kind}`), code, title: withoutKind(title) })
}

/** «Nghị định 152/2025/NĐ-CP». */
export function basisName({ kind, code }: Basis, t: Translate): string {
  return t('law.basisName', { kind: t(`law.kinds.${kind}`), code })
}

/** «, có hiệu lực từ 01/07/2025 đến hết 28/02/2027» behind the name of a basis. */
export function validityInWords({ from, to }: Basis, t: Translate): string {
  return to === null
    ? t('law.validFrom', { from: formatDate(from) })
    : t('law.validBetween', { from: formatDate(from), to: formatDate(to) })
}

/** Why no rule is told, in one or two sentences that say what to do. */
export function whyInWords(why: Refusal, t: Translate): string {
  return t(`law.why.${why.code}`, dated(why))
}

export function cautionInWords(caution: Caution, t: Translate): string {
  return t(`law.cautions.${caution.code}`, dated(caution))
}

/** That a basis lapses, or has lapsed, with nothing known after it, and what the office should do. */
export function lapseInWords({ basis, on, hasLapsed }: Lapse, t: Translate): string {
  return t(hasLapsed ? 'law.lapsed' : 'law.lapses', { basis: basisName(basis, t), on: formatDate(on) })
}

/** Both readings of a dossier received before a change; nothing where there is only one. */
export function readingsInWords(readings: readonly Reading[], t: Translate): string[] {
  return readings.flatMap(({ text, bases, rule }) =>
    text === 'ONLY'
      ? []
      : [t(`law.readings.${text}`, { bases: bases.map(basis => basisName(basis, t)).join('; '), rule: rule ?? '' })],
  )
}

/** «Vì sao hạn này?» of a limit of law: the rule, how it is counted, the days off left out, what it rests on, what to beware of. */
export function limitInWords(limit: HeldLimit, t: Translate): string[] {
  const { counted, skipped, mayExtendTo } = limit
  const off = skipped.map(({ day, name }) => (name === null ? formatDate(day) : `${formatDate(day)} (${name})`))
  return [
    t('law.limit.due', { name: limit.name, day: formatDate(limit.dueOn) }),
    'yearly' in counted
      ? t('law.limit.yearly')
      : t(`law.limit.${counted.count < 0 ? 'before' : 'after'}.${counted.unit}`, {
          count: Math.abs(counted.count),
          from: formatDate(counted.from),
        }),
    ...(off.length > 0 ? [t('law.limit.skipped', { off: off.join(', ') })] : []),
    ...(mayExtendTo === null ? [] : [t('law.limit.extension', { day: formatDate(mayExtendTo) })]),
    ...groundsInWords(limit, t),
  ]
}

/** What a rule rests on, how sure it is, its note, its cautions, both readings where there are two. */
export function groundsInWords({ bases, confidence, note, cautions, readings }: Grounds, t: Translate): string[] {
  return [
    t('law.grounds', { bases: bases.map(basis => basisName(basis, t)).join('; ') }),
    ...(confidence === 'A' ? [] : [t(`law.confidence.${confidence}`)]),
    ...(note === null ? [] : [t('law.note', { note })]),
    ...cautions.map(caution => cautionInWords(caution, t)),
    ...readingsInWords(readings, t),
  ]
}

const days: ReadonlySet<string> = new Set(['day', 'from', 'to', 'first', 'change', 'on'])

/** Parameters with their days as people read them; what is no day stays as it was asked. */
function dated(params: Refusal | Caution): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      days.has(name) && params.code !== 'unknownDay' ? formatDate(String(value)) : value,
    ]),
  )
}

function withoutKind(title: string): string {
  return title.replace(/^(?:Luật|Nghị định|Thông tư) (?=\S)/, '')
}
