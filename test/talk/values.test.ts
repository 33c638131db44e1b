import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { linesOf, player } from './play.ts'
import { talkForm } from './talk-form.ts'

const lines = linesOf('values.tsv')

describe.each(['web', 'telegram'] as const)(
  'what is typed on %s, through the real engine into the database',
  channel => {
    let store: Store
    beforeAll(async () => {
      store = await freshEmbedded()
    })
    afterAll(() => store.close())

    it('300 lines over all kinds of questions are stored as they were meant, and nothing else is', async () => {
      expect(lines.length).toBeGreaterThanOrEqual(300)
      const kinds = new Set(Object.values(talkForm.fields).map(({ kind }) => kind))
      expect(new Set(lines.map(({ field }) => talkForm.fields[field as 'title'].kind))).toEqual(
        new Set([...kinds].filter(kind => kind !== 'files')),
      )
      const play = await player(store, channel, talkForm)
      const wrong: string[] = []
      const misread: string[] = []
      for (const line of lines) {
        const { stored, at } = await play(line)
        const got = stored ?? at
        if (got === line.expected) continue
        const said = `${line.field}: ${line.typed} → ${got}, meant ${line.expected}`
        if (got === 'open') wrong.push(said)
        else misread.push(said)
      }
      expect(misread).toEqual([])
      // A question too many is the lesser evil; it is bounded all the same.
      expect({ wrong, holds: wrong.length <= lines.length * 0.01 }).toMatchObject({ holds: true })
    }, 240_000)
  },
)
