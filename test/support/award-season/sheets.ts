import { onDesk } from '../../../src/contract/on-desk.ts'
import { onlyByList } from '../../../src/features/awarding/by-list.ts'
import { pastAwardsOf } from '../../../src/features/awards/past.ts'
import { agreedOn } from '../../../src/features/council/agreement.ts'
import { checkSheetsOf } from '../../../src/features/nominations/check-sheets.ts'
import type { AwardSeason } from './award-season.ts'

const letters = { PASS: 'P', FAIL: 'F', NOT_APPLICABLE: '-', NEEDS_HUMAN: '?' } as const

/** The check sheet of each nomination as this person reads it today, in the letters of the key; null: there is none for them. */
export async function sheetsFor(
  { stage, cast }: AwardSeason,
  name: string,
  codes: readonly string[],
): Promise<(string | null)[]> {
  const { prisma, system } = stage
  const records = await prisma.record.findMany({ where: { code: { in: [...codes] } } })
  const { id: accountId } = await prisma.account.findFirstOrThrow({ where: { personId: cast.idOf(name) } })
  const sheets = await onDesk(system, { personId: cast.idOf(name), accountId }, ctx =>
    checkSheetsOf(
      ctx,
      records.map(({ id }) => id),
      { agreedOn, pastAwardsOf, onlyByList },
    ),
  )
  return codes.map(code => {
    const sheet = sheets?.get(records.find(one => one.code === code)?.id ?? '')
    if (!sheet) return null
    const each = sheet.findings.map(({ result }) => letters[result]).join('')
    return `${each} ${letters[sheet.joined.result]} ${letters[sheet.result]}`
  })
}
