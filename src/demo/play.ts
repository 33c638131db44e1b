import { setImmediate as nextTurn } from 'node:timers/promises'
import { after, instantOf } from '../clock.ts'
import type { System } from '../intake/system.ts'
import { dropNotices } from '../outbox/drop-notices.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { castOf } from './cast.ts'
import { accept, approve, giveBack, moveSample, readExplanations, readLists } from './decide.ts'
import { explain, handInLaunch, handInReports, registerSample } from './hand-in.ts'
import { handInLists } from './lists.ts'
import { makePlayers, type Player } from './people.ts'
import { proposeForPraise } from './praise.ts'
import { movesTo, readSamples, sampleAnswers } from './samples.ts'
import { type Scene, sceneOf } from './scene.ts'
import { type Happening, seasonOf } from './season.ts'

/** How far the playing has come. */
export type OnProgress = (progress: { done: number; total: number }) => void

/**
 * Plays the season from where it stands up to an instant, through the product's own functions: versions, moves, duties and figures
 * are what people would have made at those instants. A transaction for each instant, with the mark of how far it has come: killed
 * in between, it goes on from there. What has been played is not played again. Who played is given back.
 */
export async function playUntil(system: System, until: Date, report: OnProgress = () => undefined): Promise<Player[]> {
  const { prisma } = system
  const campaign = await system.campaign(prisma)
  const samples = (await readSamples()).filter(({ unit }) => campaign.units.has(unit))
  const cast = castOf(campaign.plan, [...campaign.units.values()], new Set(samples.map(({ unit }) => unit)))
  const players = await inTransaction(prisma, tx => makePlayers(system, tx, campaign, cast))
  const from = await playedUntil(prisma)
  const season = seasonOf({
    ...{ plan: campaign.plan, calendar: campaign.calendar, timeZone: campaign.timeZone },
    owed: await prisma.obligation.findMany({ where: { campaignId: campaign.id, state: { not: 'WITHDRAWN' } } }),
    manned: new Set(cast.filter(({ role }) => role === 'CLERK').map(({ unitCode }) => unitCode)),
    visited: new Set(cast.filter(one => one.isPersona && one.role === 'CLERK').map(({ unitCode }) => unitCode)),
    samples: samples.map(({ unit, state }) => ({ unit, moves: movesTo(state) })),
  }).filter(({ at }) => at.epochMilliseconds > from.getTime() && at.epochMilliseconds <= until.getTime())

  const stage = { system, campaign, players, samples }
  const groups = byInstant(season)
  const isFresh = (at: Date) => at >= after(until, -FRESH_MS)
  for (const [done, happenings] of groups.entries()) {
    await inTransaction(prisma, async tx => {
      let at = from
      for (const happening of happenings) {
        const scene = sceneOf(stage, tx, happening)
        await perform(scene)
        at = scene.at
      }
      // What happened long ago was read long ago; of a dossier one message says it all.
      await dropNotices(tx, accountsOf(players, !isFresh(at)), 0)
      if (isFresh(at)) await dropNotices(tx, accountsOf(players, true), 1)
      await markPlayed(tx, at)
    })
    report({ done: done + 1, total: groups.length })
    // Whoever waits for a page goes first.
    await nextTurn()
  }
  await markPlayed(prisma, until)
  return players
}

/** All accounts, or those that no visitor will ever look into. */
function accountsOf(players: readonly Player[], all: boolean): string[] {
  return players.filter(({ isPersona }) => all || !isPersona).map(({ accountId }) => accountId)
}

async function perform(scene: Scene): Promise<void> {
  const { happening, unit, samples } = scene
  switch (happening.is) {
    case 'handIn':
    case 'correct': {
      const corrects = happening.is === 'correct'
      const ctx = await scene.as(happening.byHead ? unit.head : unit.focalPoint)
      if (!ctx) return
      if (happening.of === 'launch') return handInLaunch(ctx, happening.unit, corrects)
      return handInReports(ctx, happening.unit, happening, corrects)
    }
    case 'approve':
      return approve(scene, happening)
    case 'accept':
      return accept(scene, happening)
    case 'return':
      return giveBack(scene, happening)
    case 'register':
    case 'move': {
      const sample = samples[happening.sample]
      const ctx = await scene.as(unit.official)
      if (!sample || !ctx) return
      if (happening.is === 'register') return registerSample(ctx, happening.unit, sample)
      return moveSample(scene, String(sampleAnswers(sample, ctx.t, '').title), happening.move)
    }
    case 'explain': {
      const ctx = await scene.as(unit.focalPoint)
      return ctx ? explain(ctx, happening.unit) : undefined
    }
    case 'read':
      return readExplanations(scene)
    case 'praise': {
      const ctx = await scene.as(unit.focalPoint)
      return ctx ? proposeForPraise(ctx, happening.unit, [unit.head, unit.official, unit.focalPoint]) : undefined
    }
    case 'listItems': {
      const ctx = await scene.as(unit.head ?? unit.focalPoint)
      return ctx ? handInLists(ctx, happening.unit) : undefined
    }
    case 'readLists':
      return readLists(scene)
  }
}

function byInstant(season: readonly Happening[]): Happening[][] {
  const groups = new Map<number, Happening[]>()
  for (const happening of season) {
    const instant = happening.at.epochMilliseconds
    groups.set(instant, [...(groups.get(instant) ?? []), happening])
  }
  return [...groups.values()]
}

/** Up to when the season has been played; the beginning of time before the first. */
export async function playedUntil(tx: Tx): Promise<Date> {
  const stored = await tx.setting.findUnique({ where: { key: PLAYED } })
  return instantOf(typeof stored?.value === 'string' ? stored.value : 0)
}

async function markPlayed(tx: Pick<Tx, 'setting'>, at: Date): Promise<void> {
  const value = at.toISOString()
  await tx.setting.upsert({ where: { key: PLAYED }, create: { key: PLAYED, value }, update: { value } })
}

const PLAYED = 'demo.played'
/** The personas hear what happened in the last days. */
const FRESH_MS = 4 * 24 * 3_600_000
