import type { Share } from '../../campaign/commendation-plan.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Translate } from '../../texts.ts'
import type { WholeSitting } from './sitting.ts'

/** «quá 1/2 tổng số thành viên», «từ 80/100 tổng số thành viên trở lên» */
export function majorityInWords(t: Translate, { numerator, denominator, moreThan }: Share): string {
  return t(moreThan ? 'council.majority.moreThan' : 'council.majority.atLeast', {
    share: `${numerator}/${denominator}`,
  })
}

/** The members' names as they stand today, by person. */
export async function namesOf(tx: Tx, { members }: WholeSitting): Promise<ReadonlyMap<string, string>> {
  const people = await tx.person.findMany({
    where: { id: { in: members.map(({ personId }) => personId) } },
    select: { id: true, fullName: true },
  })
  return new Map(people.map(({ id, fullName }) => [id, fullName]))
}
