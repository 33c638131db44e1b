import { readFile } from 'node:fs/promises'
import { type EndedLaw, nextPlan, type ToSee } from '../campaign/next-plan.ts'
import { planChanges } from '../campaign/plan-diff.ts'
import { parsePlan, readPlan } from '../campaign/plan-file.ts'
import { Complaint } from '../complaint.ts'
import { heldLaw } from '../law/held-law.ts'
import { formatDate } from '../reading/format.ts'
import type { Translate } from '../texts.ts'
import { problemLines } from './problem-lines.ts'
import { writeFileWhole } from './write-output.ts'

/**
 * `plan next FILE --year Y --out FILE`: the plan file of that year, made from this one; needs no database. Shows what differs and what an
 * officer must settle before it is issued: days and numbers that are only expected, texts of the old year, law that has ended.
 */
export async function planNext(
  file: string,
  { year, out }: Readonly<Record<string, string>>,
  t: Translate,
): Promise<void> {
  const before = readPlan(file)
  if (!before.ok) throw new Complaint(...problemLines(before.problems, t))
  const to = Number(year)
  if (year === undefined || out === undefined || !Number.isInteger(to) || to === before.value.year)
    throw new Complaint(t('cli.nextNeeds', { year: before.value.year }))
  const ended = endedBy(`${to}-12-31`)
  const say = (seen: ToSee) => sentence(seen, t)
  const made = nextPlan(await readFile(file, 'utf8'), { from: before.value.year, to, ended }, say)
  const after = parsePlan(out, made.text)
  if (!after.ok) throw new Complaint(...problemLines(after.problems, t))
  await writeFileWhole(out, made.text)
  const lines = [
    ...planChanges(before.value, after.value),
    '',
    t('cli.nextToSee', { count: made.toSee.length }),
    ...made.toSee.map(seen => `  ${seen.path}: ${say(seen)}`),
    t('cli.nextMade', { out, code: after.value.code, year: to }),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function endedBy(day: string): EndedLaw[] {
  return heldLaw().bases.flatMap(({ code, to, successor }) =>
    to !== null && to < day ? [{ code, endsOn: to, successor }] : [],
  )
}

function sentence(seen: ToSee, t: Translate): string {
  switch (seen.why) {
    case 'movedDay':
      return t('cli.next.movedDay', { from: seen.from, to: seen.to })
    case 'number':
      return t('cli.next.number', { from: seen.from })
    case 'ends':
      return t('cli.next.ends', { on: seen.on })
    case 'oldYear':
      return t('cli.next.oldYear', { says: shortened(seen.says) })
    case 'law': {
      const { code, endsOn, successor } = seen
      const params = { code, day: formatDate(endsOn), successor: successor ?? '' }
      return t(successor === null ? 'cli.next.law' : 'cli.next.lawFollowed', params)
    }
  }
}

function shortened(says: string): string {
  const characters = [...says]
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : says
}
