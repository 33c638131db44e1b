import { actingUnit, withFormer } from '../campaign/acting-unit.ts'
import { unitName } from '../campaign/names.ts'
import { endedInWords } from '../contract/ended-unit.ts'
import type { Ctx, Outcome } from '../contract/feature.ts'
import type { Go } from '../outbox/go.ts'
import { mayEver, reachOf } from '../people/may.ts'
import type { Record as StoredRecord } from '../store/generated/client.ts'
import { correctRecord, mayCorrect } from './correct.ts'
import type { AnyKind } from './kind.ts'
import { handInLabel, shortTitle } from './naming.ts'
import { showRecord } from './screens.ts'

type Args = Readonly<Record<string, string>>

const shownAtOnce = 8

/**
 * Begins a record of the unit; of a kind of which there is only one, corrects it or shows how it stands. Of the others, what came back
 * to this person is offered first, unless a `new` one is asked for. `again`: the way here, for whoever must say first for which unit.
 */
export async function beginRecord(
  ctx: Ctx,
  kind: AnyKind,
  args: Args,
  again: Go = { to: kind.route, args },
): Promise<Outcome> {
  const { write } = kind.rights
  if (!mayEver(ctx.person, write)) return { text: ctx.t('records.notAllowed') }
  const returned = kind.key || args.new === 'yes' ? [] : await returnedTo(ctx, kind)
  if (returned.length > 0) return returnedFirst(ctx, kind, args, returned)
  const day = ctx.today.toString()
  const held = reachOf(ctx.person, write).units
  const acting = held.filter(code => endedInWords(ctx.t, ctx.campaign, code, day) === null)
  const units = acting.length > 0 ? acting : held
  const [only, ...others] = units
  // A button of before may name a unit that has ended since.
  const unit =
    args.unit === undefined ? (others.length === 0 ? only : undefined) : actingUnit(ctx.campaign, args.unit, day)
  if (unit === undefined) return whichUnit(ctx, kind, again, units)
  if (!units.includes(unit)) return { text: ctx.t('records.notAllowed') }
  const ended = endedInWords(ctx.t, ctx.campaign, unit, day)
  if (ended !== null) return { text: ended }
  const notBegun = kind.notBegunBy?.(ctx, unit) ?? null
  if (notBegun !== null) return { text: notBegun }
  const name = unitName(ctx.campaign, unit)
  const more = await kind.startedWith?.(ctx, unit)
  const params = { ...args, ...more, unit, unitName: name, about: name, record: null, basedOn: 0 }
  const key = kind.key?.(params)
  const keys = withFormer(ctx.campaign, [unit], day).map(code => kind.key?.({ ...params, unit: code }) ?? '')
  const where = { campaignId: ctx.campaign.id, kind: kind.name, unitCode: unit, key: { in: keys } }
  const known =
    key === undefined ? null : await ctx.tx.record.findFirst({ where, orderBy: [{ sentAt: 'desc' }, { id: 'asc' }] })
  if (!known) return { start: kind.form.id, key: key ?? unit, params }
  return mayCorrect(ctx, kind, known) ? correctRecord(ctx, kind, known.id) : showRecord(ctx, kind, known.id)
}

function whichUnit(ctx: Ctx, kind: AnyKind, { to, args }: Go, units: readonly string[]): Outcome {
  const choices = units.map(unit => ({
    label: unitName(ctx.campaign, unit),
    go: { to, args: { ...args, unit } },
  }))
  return { text: ctx.t('records.whichUnit', { thing: ctx.t(`${kind.name}.thing`) }), choices }
}

async function returnedTo(ctx: Ctx, kind: AnyKind): Promise<StoredRecord[]> {
  const open = Object.entries(kind.states).flatMap(([state, { handsIn }]) => (handsIn ? [state] : []))
  const records = await ctx.tx.record.findMany({
    where: { campaignId: ctx.campaign.id, kind: kind.name, authorId: ctx.person.id, state: { in: open } },
    orderBy: [{ sentAt: 'desc' }, { id: 'asc' }],
    take: shownAtOnce,
  })
  return records.filter(record => mayCorrect(ctx, kind, record))
}

function returnedFirst(ctx: Ctx, kind: AnyKind, args: Args, returned: readonly StoredRecord[]): Outcome {
  const choices = returned.map(({ id, code, title, state }) => ({
    label: kind.states[state]?.hasNextPart
      ? ctx.t('records.goOnWith', { part: handInLabel(ctx.t, kind, state), code, title: shortTitle(title) })
      : ctx.t('records.correctThis', { code, title: shortTitle(title) }),
    go: { to: 'record.correct', args: { kind: kind.name, id } },
  }))
  const another = { label: ctx.t('records.another'), go: { to: kind.route, args: { ...args, new: 'yes' } } }
  const goesOn = returned.some(({ state }) => kind.states[state]?.hasNextPart)
  return { text: ctx.t(goesOn ? 'records.openFirst' : 'records.returnedFirst'), choices: [...choices, another] }
}
