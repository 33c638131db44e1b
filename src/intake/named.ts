import type { Ctx } from '../contract/feature.ts'
import type { Go } from '../outbox/go.ts'
import { codeIn } from '../people/secret-code.ts'
import { fold, normalise } from '../reading/text.ts'

/** What a text that is nothing else names by its code: a record («SK-023», «xem pd 1»), a target («C7»), an invitation. */
export function namedBy(text: string, { campaign }: Pick<Ctx, 'campaign'>): Go | undefined {
  const plain = fold(normalise(text)).replace(/^(?:(?:xem|mo|ho so|ma)\s+)+/, '')
  const record = /^([a-z]{2})\s*[-–.]?\s*0*(\d{1,6})$/.exec(plain)
  if (record) return { to: 'record.code', args: { letters: (record[1] ?? '').toUpperCase(), number: record[2] ?? '' } }
  const wanted = plain.replace(/^([a-z])\s*0*(\d+)$/, '$1$2')
  const target = campaign.plan.targets.find(({ code }) => fold(code).replace(/^([a-z])0*(\d+)$/, '$1$2') === wanted)
  if (target) return { to: 'report.target', args: { code: target.code } }
  return codeIn(text) === undefined ? undefined : { to: 'start', args: { typed: text } }
}
