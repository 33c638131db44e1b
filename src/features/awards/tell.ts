import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { holdersOf } from '../../people/holders.ts'
import { readPerson } from '../../people/read-person.ts'
import { formatDate } from '../../reading/format.ts'
import type { Award, Role } from '../../store/generated/client.ts'
import type { Translate } from '../../texts.ts'

const ofTheUnit: readonly Role[] = ['HEAD', 'WARD_CHAIR', 'CLERK']

/** Most names in one message; the rest stands in the register. */
const namedAtOnce = 30

interface Told {
  id: string
  locale: 'vi' | 'en'
}

/**
 * Congratulates each person, and tells head and focal point of the unit, and of the one that nominated: of all that one decision gives them in
 * one message. `praise`: words of one's own, below it.
 */
export async function tellAwarded(ctx: Ctx, awards: readonly Award[], praise = ''): Promise<void> {
  const toStaff = new Map<string, { to: Told; given: Award[] }>()
  for (const award of awards) {
    const { personId, decisionId } = award
    const person = personId === null ? null : await readPerson(ctx.tx, personId, ctx.today)
    if (person) await tell(ctx, person, `award:${award.id}`, t => oneInWords(t, award, 'person'), praise)
    const staff = await holdersOf(ctx.tx, ofTheUnit, ctx.today, await unitsConcerned(ctx, award))
    for (const to of staff) {
      if (to.id === personId || to.id === ctx.person.id) continue
      const key = `${to.id}:${decisionId ?? award.id}`
      toStaff.set(key, { to, given: [...(toStaff.get(key)?.given ?? []), award] })
    }
  }
  for (const { to, given } of toStaff.values()) {
    const [first, ...others] = given
    if (!first) continue
    const words = (t: Translate) => (others.length === 0 ? oneInWords(t, first, 'unit') : manyInWords(t, first, given))
    await tell(ctx, to, others.length === 0 ? `award:${first.id}` : `awards:${first.decisionId}`, words, praise)
  }
}

async function tell(
  { tx, texts, campaign, now }: Ctx,
  { id, locale }: Told,
  what: string,
  words: (t: Translate) => string,
  praise: string,
): Promise<void> {
  const text = [words(texts(locale)), ...(praise === '' ? [] : [praise])].join('\n\n')
  await enqueueTo(tx, id, { dedupeKey: `${what}:${id}`, kind: 'NOTICE', campaign, message: { text } }, now)
}

function oneInWords(t: Translate, award: Award, as: 'person' | 'unit'): string {
  return t(`awards.told.${as}`, { ...decisionIn(t, award), name: award.name })
}

function manyInWords(t: Translate, first: Award, given: readonly Award[]): string {
  const names = given
    .slice(0, namedAtOnce)
    .map(({ name, position }, at) => `${at + 1}. ${[name, position].filter(Boolean).join(', ')}`)
  const more = given.length - names.length
  const lines = more > 0 ? [...names, t('awards.told.more', { count: more })] : names
  return t('awards.told.unitMany', { ...decisionIn(t, first), count: given.length, names: lines.join('\n') })
}

function decisionIn(t: Translate, { achievement, decisionNumber, authority, form, decidedOn }: Award) {
  const given = t(`awards.given.${form}`)
  return { achievement, authority, given, number: decisionNumber, day: formatDate(decidedOn) }
}

async function unitsConcerned({ tx }: Ctx, { unitCode, recordId }: Award): Promise<string[]> {
  const nominated = recordId
    ? await tx.record.findUnique({ where: { id: recordId }, select: { unitCode: true } })
    : null
  return [unitCode, nominated?.unitCode].flatMap(code => code ?? [])
}
