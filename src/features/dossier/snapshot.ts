import { namesOf } from '../../campaign/target-names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Json, Params } from '../../conversation/field.ts'
import type { Figure } from '../../figures/figure.ts'
import type { ReportKind } from '../progress/answered.ts'
import { readAgainst } from '../progress/asking.ts'
import { reportForms } from '../progress/forms.ts'
import { targetOf } from '../progress/targets.ts'
import type { Opened } from './opened.ts'
import type { Row, Sent } from './row.ts'
import { wordsOf } from './rows.ts'
import type { StoredSheet } from './store.ts'

/** Raised when its shape changes: an older one is looked up anew. */
const shape = 2

/**
 * What was on the screen goes along with the question, so that an answer to it costs no more than another answer: as long as nobody has
 * changed the sheet, the rows are those that the person has seen. What the plan says of them is looked up in the plan. Handing in never
 * relies on it.
 */
export function frozen({ rows, applies }: Opened): Params {
  return {
    shape,
    applies: [...applies],
    rows: rows.map(({ n, topic, codes, kind, params, last, lastShown, sent, dueOn }) => ({
      ...{ n, topic, codes: [...codes], kind, lastShown, dueOn, needsReason: params.needsReason === true },
      last: last && figureJson(last),
      sent: sent && { ...sent, figure: figureJson(sent.figure) },
    })),
  }
}

interface Frozen {
  shape: number
  applies: string[]
  rows: (Omit<Row, 'name' | 'words' | 'form' | 'params' | 'last' | 'sent'> & {
    needsReason: boolean
    last: FrozenFigure | null
    sent: (Omit<Sent, 'figure'> & { figure: FrozenFigure }) | null
  })[]
}

type FrozenFigure = Omit<Figure, 'numerator' | 'denominator'> & { numerator: string | null; denominator: string | null }

/** The dossier as it was on the screen; null: it has changed since, or another release has shown it. */
export function thawed(
  ctx: Pick<Ctx, 'campaign'>,
  { unit, period, revision, seen }: Params,
  stored: StoredSheet,
): Opened | null {
  // Written by `frozen` and by nothing else.
  const kept = seen as unknown as Frozen | undefined
  if (kept?.shape !== shape || revision !== stored.revision) return null
  const rows = kept.rows.map(({ needsReason, ...row }) => {
    const targets = row.codes.flatMap(code => targetOf(ctx.campaign.plan, code) ?? [])
    const last = row.last && figureOf(row.last)
    const [target] = targets
    return {
      ...row,
      ...{ name: namesOf(targets), words: targets.flatMap(wordsOf), form: reportForms[row.kind as ReportKind] },
      ...{ params: target ? readAgainst(target, last, needsReason) : {}, last },
      sent: row.sent && { ...row.sent, figure: figureOf(row.sent.figure) },
    }
  })
  // A plan that was loaded since may call them otherwise, or know them no more.
  return rows.every(({ name }) => name !== '')
    ? { unit: String(unit), period: String(period), rows, stored, applies: new Set(kept.applies) }
    : null
}

function figureJson({ numerator, denominator, isDone, text }: Figure): { [key: string]: Json } {
  return {
    numerator: numerator === null ? null : String(numerator),
    denominator: denominator === null ? null : String(denominator),
    isDone,
    text,
  }
}

function figureOf({ numerator, denominator, isDone, text }: FrozenFigure): Figure {
  return {
    numerator: numerator === null ? null : BigInt(numerator),
    denominator: denominator === null ? null : BigInt(denominator),
    isDone,
    text,
  }
}
