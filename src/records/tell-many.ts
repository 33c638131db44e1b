import type { Ctx } from '../contract/feature.ts'
import type { Person } from '../people/person.ts'
import type { AnyKind } from './kind.ts'
import type { Made } from './move.ts'
import { shortTitle, stateName } from './naming.ts'
import { concernedBy, didOf, notify, tellMoved } from './tell.ts'

type Moved = Extract<Made, { ok: true }>

/**
 * Tells what one decision did to many records: each person concerned hears of all of theirs in one message, of a single one as ever. The
 * names of those who are told, by record.
 */
export async function tellManyMoved(
  ctx: Ctx,
  kind: AnyKind,
  action: string,
  moved: readonly Moved[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const [only, ...others] = moved
  if (only && others.length === 0)
    return new Map([[only.record.id, await tellMoved(ctx, kind, only.record, { ...only, action })]])
  const told = new Map<string, string[]>()
  const theirs = new Map<string, { person: Person; moved: Moved[] }>()
  for (const one of moved) {
    const concerned = await concernedBy(ctx, kind, one.record, { ...one, action })
    told.set(
      one.record.id,
      concerned.map(({ person }) => person.fullName),
    )
    for (const { person } of concerned) {
      const known = theirs.get(person.id) ?? { person, moved: [] }
      theirs.set(person.id, { ...known, moved: [...known.moved, one] })
    }
  }
  for (const { person, moved: own } of theirs.values()) await tellOf(ctx, kind, action, person, own)
  return told
}

/** Longer lists are cut; all of them stand in «my records». */
const namedAtMost = 30

async function tellOf(ctx: Ctx, kind: AnyKind, action: string, person: Person, moved: readonly Moved[]): Promise<void> {
  const [first] = moved
  if (!first) return
  const t = ctx.texts(person.locale)
  const lines = moved.slice(0, namedAtMost).map(({ record }) => {
    const { code, title } = record
    return `• ${t('records.mine.line', { code, title: shortTitle(title), state: stateName(t, kind, record, true) })}`
  })
  const rest = moved.length - lines.length
  const said = { who: ctx.person.fullName, did: didOf(t, kind, action), thing: t(`${kind.name}.thing`) }
  const text = [
    t('records.told.many', { ...said, count: moved.length }),
    ...lines,
    ...(rest > 0 ? [t('records.told.more', { count: rest })] : []),
    ...(first.reason === '' ? [] : [t('records.told.because', { reason: first.reason })]),
    ...(first.asks === 'return' ? [t('records.told.correctEach')] : []),
  ].join('\n')
  await notify(ctx, person.id, `moves:${first.moveId}`, text, t('records.command.menu'), { to: 'records' })
}
