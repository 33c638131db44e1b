import { steppedClock } from '../../src/clock.ts'
import type { Params } from '../../src/conversation/field.ts'
import { freshEmbedded } from '../support/database.ts'
import { anyPeriod, freshForm, freshParams } from './fresh-form.ts'
import { linesOf, type PlayedChannel, player } from './play.ts'
import { type Verdict, verdict } from './verdict.ts'

export interface FreshList {
  readonly list: string
  readonly day: string
  readonly params: Params
  /** The share of its lines that may be asked back where one answer was meant. */
  readonly asked?: number
}

/** Each list was written by other hands, and for a day of its own. */
export const lists: readonly FreshList[] = [
  { list: 'fresh-lines.tsv', day: '2024-09-20T01:30:00Z', params: freshParams },
  { list: 'second-fresh-lines.tsv', day: '2024-09-20T01:30:00Z', params: freshParams },
  { list: 'third-fresh-lines.tsv', day: '2024-05-15T01:30:00Z', params: anyPeriod },
  { list: 'fourth-fresh-lines.tsv', day: '2024-05-15T01:30:00Z', params: anyPeriod },
  // Dialects, lines that correct themselves, and figures of which one is of another time: more of them are asked.
  { list: 'fifth-fresh-lines.tsv', day: '2024-05-15T01:30:00Z', params: anyPeriod, asked: 0.03 },
  { list: 'sixth-fresh-lines.tsv', day: '2024-05-15T01:30:00Z', params: anyPeriod, asked: 0.02 },
  { list: 'seventh-fresh-lines.tsv', day: '2024-05-15T01:30:00Z', params: anyPeriod, asked: 0.05 },
  { list: 'eighth-fresh-lines.tsv', day: '2024-05-15T01:30:00Z', params: anyPeriod, asked: 0.03 },
  { list: 'ninth-fresh-lines.tsv', day: '2024-05-15T01:30:00Z', params: anyPeriod, asked: 0.02 },
]

/**
 * What became of the lines of a list, through the real intake into the database, as this channel brings them; `holds`: no more are asked back than the
 * list allows.
 */
export async function becameOf({ list, day, params, asked: bound = 0.01 }: FreshList, channel: PlayedChannel) {
  const store = await freshEmbedded()
  try {
    const lines = linesOf(list)
    const play = await player(store, channel, freshForm, { clock: steppedClock(day), params })
    const found: Record<Verdict, string[]> = { right: [], asked: [], misread: [] }
    for (const line of lines) {
      const left = await play(line)
      const { stored, at, pending } = left
      const got = stored ?? `${at}${pending ? ` ${JSON.stringify(pending)}` : ''}`
      found[verdict(line, left)].push(`${line.field}: ${line.typed} → ${got}, meant ${line.expected}`)
    }
    const { asked, misread } = found
    // A question too many is the lesser evil; it is bounded all the same.
    return { misread, asked, holds: asked.length <= lines.length * bound }
  } finally {
    await store.close()
  }
}
