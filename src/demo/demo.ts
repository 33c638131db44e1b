import { Temporal } from 'temporal-polyfill'
import { quarterEnd } from '../campaign/calendar.ts'
import { unitName } from '../campaign/names.ts'
import { dayOf, instantOf, type MovableClock } from '../clock.ts'
import type { System } from '../intake/system.ts'
import { inTransaction } from '../store/transaction.ts'
import { keepSessions } from '../web/session.ts'
import type { Demo, DemoClock } from '../web/web-parts.ts'
import { playedUntil, playUntil } from './play.ts'

/** Stands in the settings of a database in which a demonstration has been played. */
export const personsKey = 'demo.persons'

/**
 * Opens the demonstration: its people, and the season played up to the present day; everything of it is marked as sample. The clock
 * goes on from where it has once been: it is never put back, not by a restart either.
 */
export async function openDemo(system: System, clock: MovableClock): Promise<Demo> {
  const { prisma } = system
  // Said first: a folder is one of a demonstration from the first person on.
  await prisma.setting.upsert({ where: { key: personsKey }, create: { key: personsKey, value: true }, update: {} })
  const beat = await prisma.heartbeat.findFirst({ orderBy: { at: 'desc' } })
  for (const lived of [await playedUntil(prisma), beat?.at]) if (lived) clock.moveTo(lived)
  const players = await playUntil(system, clock.now())
  const campaign = await system.campaign(prisma)
  const t = system.texts(system.defaultLocale)
  const personas = players.filter(({ isPersona }) => isPersona)
  return {
    personas: personas.map(({ key, unitCode }) => ({
      key,
      label: t(`demo.personas.${key}.label`),
      unit: unitName(campaign, unitCode),
      what: t(`demo.personas.${key}.what`),
    })),
    enter: async key => {
      const persona = personas.find(one => one.key === key)
      if (!persona) throw new Error(`no persona ${key}`)
      return persona.personId
    },
    clock: await demoClock(system, clock),
  }
}

/** Moves the clock to the ends of the quarters and of the year; what happens until then is played first. */
async function demoClock(system: System, clock: MovableClock): Promise<DemoClock> {
  const { prisma } = system
  const { year, timeZone, endsOn } = await system.campaign(prisma)
  const days = [...[1, 2, 3].map(quarter => quarterEnd(year, quarter)), endsOn]
  let playing: { day: string; done: number; total: number } | null = null
  let hasFailed = false

  const ahead = () => {
    const today = dayOf(clock.now(), timeZone)
    return days.filter(day => Temporal.PlainDate.compare(today, day) < 0).map(day => day.toString())
  }
  const play = async (day: string): Promise<void> => {
    const plainTime = '15:00'
    const { epochMilliseconds } = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime })
    const until = instantOf(epochMilliseconds)
    await playUntil(system, until, progress => {
      playing = { day, ...progress }
    })
    // Whoever is signed in stays so, however far the clock leaps.
    await inTransaction(prisma, tx => keepSessions(tx, until.getTime() - clock.now().getTime()))
    clock.moveTo(until)
    system.wake('outbox')
  }
  return {
    ahead,
    playing: () => playing,
    hasFailed: () => hasFailed,
    moveTo: day => {
      if (playing || !ahead().includes(day)) return
      playing = { day, done: 0, total: 0 }
      hasFailed = false
      play(day)
        .catch(error => {
          hasFailed = true
          system.log.error({ err: error }, 'the season could not be played; the next press goes on')
        })
        .finally(() => {
          playing = null
        })
    },
  }
}
