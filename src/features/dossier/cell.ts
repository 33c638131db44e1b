import type { Answers, FieldEnv, FieldReading } from '../../conversation/field.ts'
import { brokenCheck, fieldOf, isRelevant } from '../../conversation/form.ts'
import { says } from '../../conversation/say.ts'
import type { Figure } from '../../figures/figure.ts'
import { normalise } from '../../reading/text.ts'
import type { ReportKind } from '../progress/answered.ts'
import type { Row } from './row.ts'

type Env = Pick<FieldEnv, 't' | 'today'>

/** What a cell says: the answers of the form of its target, or why it says nothing for certain. */
export type CellReading = { ok: true; answers: Answers } | { ok: false; why: string }

/** The question that a figure answers; a sum that was paid out has its plan beside it. */
const questions: Readonly<Record<ReportKind, string>> = {
  percent: 'figure',
  money: 'disbursed',
  yesNo: 'isDone',
  rank: 'rank',
  count: 'count',
  text: 'text',
  document: 'document',
}

export function questionOf({ kind }: Pick<Row, 'kind'>): string {
  return questions[kind]
}

/**
 * Reads what was typed for a target, in chat, in a cell of the page or of a file alike: by the reader of its own question. Pure. Nothing
 * is taken that the question would have asked about: why not is told in one sentence.
 */
export function readCell(row: Row, typed: string, reason: string, env: Env): CellReading {
  if (typed.includes(unlike)) return { ok: false, why: env.t('dossier.why.twoValues') }
  const figure = row.kind === 'money' ? readMoneyCell(row, typed, env) : readPlainCell(row, typed, env)
  if (!figure.ok) return figure
  const broken = brokenCheck(row.form, figure.answers, row.params, env.today)
  if (broken)
    return { ok: false, why: env.t(`${row.form.texts}.${broken.field}.problems.${broken.name}`, broken.params) }
  const said = reason.trim()
  const asked = ['fallReason', 'correctionReason'].filter(name =>
    isRelevant(row.form, name, figure.answers, row.params),
  )
  if (asked.length > 0 && [...said].length < 3)
    return {
      ok: false,
      why: env.t(`dossier.why.${asked.includes('fallReason') ? 'fell' : 'verified'}`, { last: row.lastShown }),
    }
  const reasons = Object.fromEntries(asked.map(name => [name, said]))
  return { ok: true, answers: { ...figure.answers, evidence: null, ...reasons } }
}

/** Between two values that were given for one target. */
export const unlike = ' ≠ '

/** Only the reason is missing: the figure itself was understood. */
export function wantsReason(row: Row, typed: string, env: Env): boolean {
  return !readCell(row, typed, '', env).ok && readCell(row, typed, '***', env).ok
}

function readPlainCell(row: Row, typed: string, env: Env): CellReading {
  const name = questionOf(row)
  const reading = ask(row, name, typed, {}, env)
  return reading.ok
    ? { ok: true, answers: { [name]: reading.value } }
    : { ok: false, why: whyNot(row, name, typed, reading, env) }
}

/** «500 triệu/2 tỷ», or the sum alone where the plan of last time is known and stays. */
function readMoneyCell(row: Row, typed: string, env: Env): CellReading {
  const [sum = '', whole, ...more] = normalise(typed).split(/\s*(?:\/|\btrên\b)\s*/u)
  if (more.length > 0) return { ok: false, why: env.t('dossier.why.money') }
  const disbursed = ask(row, 'disbursed', sum, {}, env)
  if (!disbursed.ok) return { ok: false, why: whyNot(row, 'disbursed', sum, disbursed, env) }
  if (whole === undefined) {
    const planned = row.last?.denominator ?? null
    if (planned === null) return { ok: false, why: env.t('dossier.why.noPlan') }
    return { ok: true, answers: { planned, disbursed: disbursed.value } }
  }
  const planned = ask(row, 'planned', whole, {}, env)
  if (!planned.ok) return { ok: false, why: whyNot(row, 'planned', whole, planned, env) }
  return { ok: true, answers: { planned: planned.value, disbursed: disbursed.value } }
}

function ask(row: Row, name: string, typed: string, answers: Answers, { t, today }: Env): FieldReading<unknown> {
  return fieldOf(row.form, name).read(typed, {
    t,
    today,
    texts: `${row.form.texts}.${name}`,
    params: row.params,
    answers,
  })
}

type Refused = Extract<FieldReading<unknown>, { ok: false }>

function whyNot(row: Row, name: string, typed: string, reading: Refused, { t }: Env): string {
  // «5/4» is a day to the reader, and a slip to whoever types a share.
  const [, part, whole] = /^\s*(\d{1,15})\s*\/\s*(\d{1,15})\s*$/.exec(typed) ?? []
  if (row.kind === 'percent' && part && whole && BigInt(part) > BigInt(whole))
    return `${t('conversation.refused.numeratorAboveDenominator')} ${t('conversation.expect.ratio')}`
  if (row.kind === 'percent' && ['incomplete', 'noneOrZero', 'noAnswer', 'missingUnit'].includes(reading.why))
    return t('dossier.why.twoNumbers')
  const said =
    reading.kind === 'ask'
      ? t(`conversation.ask.${reading.why}`)
      : t(`conversation.refused.${reading.why}`, reading.detail)
  return `${said} ${t(`conversation.expect.${fieldOf(row.form, name).kind}`)}`
}

/** How a known figure is typed: what `readCell` reads as the very same. */
export function typedAs(kind: ReportKind, { numerator, denominator, isDone, text }: Figure): string {
  switch (kind) {
    case 'percent':
      return denominator === 0n ? 'không phát sinh' : `${numerator ?? ''}/${denominator ?? ''}`
    case 'money':
      return `${numerator ?? ''} đồng/${denominator ?? ''} đồng`
    case 'yesNo':
      return isDone ? 'có' : 'chưa'
    case 'rank':
    case 'count':
      return String(numerator ?? '')
    default:
      return text
  }
}

/** «Giữ nguyên»: the figure of last time is meant. */
export function saysKeep(typed: string, env: Pick<Env, 't'>): boolean {
  return says(typed, 'keep', env)
}
