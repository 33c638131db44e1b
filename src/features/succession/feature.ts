import type { Ctx, Feature, Outcome, SaidBefore, Screen } from '../../contract/feature.ts'
import { readPerson } from '../../people/read-person.ts'
import { isOfRecords } from '../../records/feature.ts'
import type { AnyKind } from '../../records/kind.ts'
import { everybodyGoesOn } from './everybody.ts'
import { type Ended, endedUnitOf, goOn } from './go-on.ts'
import { goneOnInWords, whichIn } from './words.ts'

/**
 * What becomes of people when their unit ends: merged or renamed, they go on at the one that follows; divided, they are asked at which.
 * It is settled at their first word after that day, and for everybody else once a day.
 */
export function successionOf(features: readonly Feature[]): Feature {
  const kinds = features.filter(isOfRecords).map(({ record }) => record)
  return {
    name: 'succession',
    isAboveCampaigns: true,
    beforeEvent: ctx => beforeEvent(ctx, kinds),
    routes: { 'unit.goOn': (ctx, { from = '', to = '' }) => chosen(ctx, kinds, from, to) },
    daily: (system, campaign, now, goesOn) => everybodyGoesOn(system, campaign, now, goesOn, kinds),
  }
}

async function beforeEvent(ctx: Ctx, kinds: readonly AnyKind[]): Promise<SaidBefore | null> {
  const said: string[] = []
  let { person } = ctx
  for (let ended = endedUnitOf(ctx, person); ended; ended = endedUnitOf(ctx, person)) {
    const [only, ...others] = ended.successors
    if (!only) break
    if (others.length > 0) return { ask: asking(ctx, ended) }
    await goOn(ctx, kinds, person.id, ended, only.code)
    said.push(goneOnInWords(ctx.t, ended, only))
    const after = await readPerson(ctx.tx, person.id, ctx.today)
    if (!after) break
    person = after
  }
  return said.length > 0 ? { say: said.join('\n\n') } : null
}

function asking(ctx: Ctx, ended: Ended): Screen {
  return {
    text: whichIn(ctx.t, ended),
    choices: ended.successors.map(({ code, name }) => ({
      label: name,
      go: { to: 'unit.goOn', args: { from: ended.unit.code, to: code } },
    })),
  }
}

async function chosen(ctx: Ctx, kinds: readonly AnyKind[], from: string, to: string): Promise<Outcome> {
  const ended = endedUnitOf(ctx, { ...ctx.person, roles: ctx.person.roles.filter(({ unitCode }) => unitCode === from) })
  const next = ended?.successors.find(({ code }) => code === to)
  const menu = { label: ctx.t('records.toMenu'), go: { to: 'menu' } }
  if (!ended || !next) return { text: ctx.t('succession.settled'), choices: [menu] }
  await goOn(ctx, kinds, ctx.person.id, ended, to)
  const draft = await ctx.tx.draft.findFirst({
    where: { personId: ctx.person.id, state: 'OPEN' },
    orderBy: { updatedAt: 'desc' },
    select: { id: true },
  })
  const resume = draft ? [{ label: ctx.t('succession.resume'), go: { to: 'drafts.open', args: { id: draft.id } } }] : []
  return { text: goneOnInWords(ctx.t, ended, next), choices: [...resume, menu] }
}
