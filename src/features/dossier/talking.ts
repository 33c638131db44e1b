import type { Ctx, Outcome } from '../../contract/feature.ts'
import type { FileAnswer } from '../../conversation/draft.ts'
import type { Params } from '../../conversation/field.ts'
import { readCommandWord } from '../../reading/command-words.ts'
import { neighbourIn } from '../../reading/neighbour-period.ts'
import { fold, normalise } from '../../reading/text.ts'
import { saysKeep, typedAs } from './cell.ts'
import { giveTemplate, takeFile } from './excel/file-in-chat.ts'
import { chosenIn } from './form.ts'
import { dossierOf } from './named.ts'
import { around, linesIn, type Opened } from './opened.ts'
import { noneBefore, otherPeriod } from './other-period.ts'
import { readPaste } from './paste/read-paste.ts'
import { leaving, show } from './screen.ts'
import { send } from './send.ts'
import { type Sheet, withEntry } from './sheet.ts'
import { thawed } from './snapshot.ts'
import { keepSheet, lockSheet, readSheet } from './store.ts'
import { keepRest, meantBy, take } from './take.ts'
import { atTable, next, type Talk } from './talk.ts'
import { wordDoes } from './word-does.ts'

/** What was said at a dossier: a choice, the value that is asked for, or lines for any of its rows. */
export async function said(
  ctx: Ctx,
  { typed, files }: { typed: string; files: readonly FileAnswer[] },
  params: Params,
): Promise<Outcome> {
  const place = { unit: String(params.unit), period: String(params.period) }
  const stored = await lockSheet(ctx, place)
  const file = files.at(-1)
  const isShown = !file && chosenIn(typed, params) !== 'send' && wordDoes(typed, params.gap !== null) !== 'send'
  const seen = isShown ? thawed(ctx, params, stored) : null
  const dossier = seen ?? (await around(ctx, place.unit, place.period, stored))
  if (file) return takeFile(ctx, dossier, file)
  const talk: Talk = {
    gap: typeof params.gap === 'string' ? params.gap : null,
    skipped: Array.isArray(params.skipped) ? params.skipped.map(String) : [],
  }
  const asked = dossier.rows.find(({ topic }) => topic === talk.gap) ?? null
  const does = chosenIn(typed, params) ?? wordDoes(typed, asked !== null)
  if (does?.startsWith('value:') && asked)
    return put(ctx, dossier, talk, { [asked.topic]: does.slice('value:'.length) })
  switch (does) {
    case 'send':
      return send(ctx, dossier, Number(params.revision), outcome =>
        show(ctx, dossier, dossier.stored.sheet, outcome, atTable),
      )
    case 'ask':
      return show(ctx, dossier, dossier.stored.sheet, [], next(ctx, dossier, dossier.stored.sheet, atTable))
    case 'skip': {
      const skipped = talk.gap ? [...talk.skipped, talk.gap] : talk.skipped
      return show(
        ctx,
        dossier,
        dossier.stored.sheet,
        [],
        next(ctx, dossier, dossier.stored.sheet, { gap: null, skipped }),
      )
    }
    case 'keepRest':
      return change(ctx, dossier, keepRest(dossier.stored.sheet, dossier.rows, { by: ctx.person.id }), atTable)
    case 'dropUnread':
      return change(ctx, dossier, { ...dossier.stored.sheet, unread: [] }, atTable)
    case 'clearAll':
      return change(ctx, dossier, { entries: {}, unread: [] }, atTable)
    case 'table':
      return show(ctx, dossier, dossier.stored.sheet, [], atTable)
    case 'excel':
      return giveTemplate(ctx, dossier)
    case 'leave':
      return leaving(ctx, dossier)
  }
  const numbered = byNumbers(ctx, typed, dossier)
  if (numbered) return numbered
  const neighbour = neighbourIn(typed)
  if (neighbour === 'present') return show(ctx, dossier, dossier.stored.sheet, [])
  const pasted = neighbour === null ? readPaste(typed, dossierOf(ctx, dossier)) : []
  const other = neighbour === null && pasted.length > 0 ? null : otherPeriod(ctx, typed, dossier)
  if (neighbour !== null && other === null) return show(ctx, dossier, dossier.stored.sheet, [noneBefore(ctx, dossier)])
  if (other !== null) {
    const there = await around(ctx, dossier.unit, other, await readSheet(ctx, { unit: dossier.unit, period: other }))
    if (there.rows.length > 0) return show(ctx, there, there.stored.sheet, [])
  }
  const isForOthers = pasted.some(line => line.is === 'value' || line.why !== 'noTarget')
  if (asked && !isForOthers) return put(ctx, dossier, talk, { [asked.topic]: typed.trim() })
  const sheet = take(dossier.stored.sheet, held(ctx, typed, pasted), {
    ...{ rows: dossier.rows, by: ctx.person.id, env: { t: ctx.t, today: ctx.sentOn } },
  })
  return change(ctx, dossier, sheet, asked ? next(ctx, dossier, sheet, talk) : atTable)
}

/** The last line of a paste that the client may have cut is not taken before somebody has seen it. */
function held(ctx: Ctx, typed: string, lines: ReturnType<typeof readPaste>): ReturnType<typeof readPaste> {
  const last = lines.at(-1)
  if (ctx.account.channel === 'web' || typed.length < mayBeCutFrom || last?.is !== 'value') return lines
  const line = typed.split('\n').at(-1)?.trim() ?? ''
  return [...lines.slice(0, -1), { is: 'unread', line, why: 'maybeCut', names: '' }]
}

const mayBeCutFrom = 1_900

/** «Sửa 3», «xóa 3», «giữ nguyên 3, 5»: rows by their numbers, without a value. */
function byNumbers(ctx: Ctx, typed: string, dossier: Opened): Promise<Outcome> | null {
  const word = readCommandWord(typed)
  const { sheet } = dossier.stored
  const row = dossier.rows.find(({ n }) => n === word?.n)
  if (word?.n !== undefined && !row) return show(ctx, dossier, sheet, [ctx.t('dossier.noRow', { n: word.n })], atTable)
  if (word?.command === 'edit')
    return row
      ? show(ctx, dossier, sheet, [], { gap: row.topic, skipped: [] })
      : show(ctx, dossier, sheet, [ctx.t('dossier.whichRow')], atTable)
  if (row && (word?.command === 'clear' || word?.command === 'clearQuestion'))
    return change(ctx, dossier, withEntry(sheet, row.topic, null), atTable)
  const kept = /^giu nguyen (?:cau |dong |so |muc )?(\d{1,2}(?:(?: va | |, ?|,)\d{1,2})*)$/.exec(fold(normalise(typed)))
  if (!kept) return null
  const numbers = (kept[1] ?? '').match(/\d+/g)?.map(Number) ?? []
  const rows = dossier.rows.filter(({ n, last }) => last !== null && numbers.includes(n))
  return put(
    ctx,
    dossier,
    atTable,
    Object.fromEntries(rows.map(one => [one.topic, one.last ? typedAs(one.kind, one.last) : ''])),
  )
}

/** Puts values in, by topic; after an asked one the next is asked. */
function put(ctx: Ctx, dossier: Opened, talk: Talk, values: Readonly<Record<string, string>>): Promise<Outcome> {
  const env = { t: ctx.t, today: ctx.sentOn }
  const before = linesIn(ctx, dossier, dossier.stored.sheet)
  const sheet = Object.entries(values).reduce((present, [topic, typed]) => {
    const line = before.find(({ row }) => row.topic === topic)
    if (!line) return present
    const basedOn = line.row.sent?.version ?? 0
    // Asked for the reason only: the figure stands.
    if (line.state === 'WANTS_REASON' && line.entry && !saysKeep(typed, env))
      return withEntry(present, topic, { ...line.entry, reason: typed, by: ctx.person.id })
    return withEntry(present, topic, { typed: meantBy(line.row, typed, env), reason: '', basedOn, by: ctx.person.id })
  }, dossier.stored.sheet)
  return change(ctx, dossier, sheet, talk.gap === null ? talk : next(ctx, dossier, sheet, talk))
}

async function change(ctx: Ctx, dossier: Opened, sheet: Sheet, talk: Talk): Promise<Outcome> {
  const revision = await keepSheet(ctx, dossier, dossier.stored, sheet)
  const stored = { ...dossier.stored, sheet, revision }
  return show(ctx, { ...dossier, stored }, sheet, [], talk)
}
