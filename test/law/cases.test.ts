import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../../src/campaign/calendar.ts'
import { readCalendar } from '../../src/campaign/calendar-file.ts'
import { whoMayAward } from '../../src/law/authorities.ts'
import { basesOn, basesOver } from '../../src/law/bases.ts'
import { dueBy } from '../../src/law/due-by.ts'
import { formFor } from '../../src/law/forms.ts'
import { awardLevels, fields, formPurposes, honouredKinds } from '../../src/law/law-schema.ts'
import { prizeFor } from '../../src/law/prizes.ts'
import type { Caution, Held, Reading } from '../../src/law/refusal.ts'
import { projectRoot } from '../../src/project-root.ts'

const read = readCalendar(join(projectRoot, 'prisma', 'calendar', 'vn.json'))
if (!read.ok) throw new Error('the calendar cannot be read')
const calendar = workingCalendar(read.value)

const cases = readFileSync(new URL('cases.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split('\t'))

describe('law by day', () => {
  it('is tried on at least two hundred cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200)
    expect(new Set(cases.map(([ask, of, day, second]) => [ask, of, day, second].join())).size).toBe(cases.length)
  })

  it.each(cases)('%s %s on %s (%s): %s', (ask = '', of = '', day = '', second = '', expected = '') => {
    expect(answer(ask, of, day, second === '-' ? undefined : second)).toBe(expected)
  })
})

function answer(ask: string, of: string, day: string, second: string | undefined): string {
  switch (ask) {
    case 'form':
      return told(formFor(one(formPurposes, of), day, second), ({ number, bases }) =>
        [number ?? 'no number', bases[0]?.code].join(' · '),
      )
    case 'award':
      return told(whoMayAward(day, one(awardLevels, of), second), ({ role }) => role)
    case 'prize': {
      const [level = '', honoured = ''] = of.split(' ')
      const kind = { level: one(awardLevels, level), honoured: one(honouredKinds, honoured) }
      return told(prizeFor(day, kind), ({ amountVnd }) => String(amountVnd))
    }
    case 'due':
      return told(dueBy(of, day, calendar), ({ dueOn }) => dueOn)
    case 'over':
      return told(basesOver(day, second ?? '', one(fields, of)), ({ bases }) =>
        bases.map(({ code }) => code).join(', '),
      )
    case 'bases':
      return told(basesOn(day, one(fields, of)), ({ bases }) => bases.map(({ code }) => code).join(', '))
    default:
      throw new Error(`nothing of the kind is asked: ${ask}`)
  }
}

function told<T extends { cautions: readonly Caution[]; readings: readonly Reading[] }>(
  held: Held<T>,
  words: (found: T) => string,
): string {
  if (!held.held) return `refused:${held.why.code}`
  const isCautious = held.cautions.some(({ code }) => code === 'amendmentUnread')
  return [words(held), ...(isCautious ? ['+caution'] : []), ...(held.readings.length === 2 ? ['+both'] : [])].join(' ')
}

function one<T extends string>(all: readonly T[], name: string): T {
  const found = all.find(each => each === name)
  if (!found) throw new Error(`the table asks for ${name}`)
  return found
}
