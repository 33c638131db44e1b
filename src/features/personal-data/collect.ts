import type { Held, PersonalData } from '../../people/personal-data.ts'
import type { Tx } from '../../store/transaction.ts'

/** Everything held about one person that is theirs to see, by the names of the parts that hold it. */
export async function collectPersonalData(
  tx: Tx,
  personId: string,
  parts: readonly PersonalData[],
): Promise<ReadonlyMap<string, Held>> {
  const found = new Map<string, Held>()
  for (const { name, holds } of parts) if (holds) found.set(name, await holds(tx, personId))
  return found
}
