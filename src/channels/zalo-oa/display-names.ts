import type { OaClient } from 'zalo-api-client'

export interface NameDeps {
  client: Pick<OaClient, 'userDetail'>
  /** Whether the account is known and has no name yet. */
  isNameless(account: string): Promise<boolean>
  keepName(account: string, name: string): Promise<void>
}

/** How many accounts are remembered as asked about. */
const MOST_REMEMBERED = 10_000

/**
 * Asks Zalo for the name of an account that has none, once in the life of the process: events carry no names. A nicety
 * that may fail. Never throws.
 */
export function nameKeeper({ client, isNameless, keepName }: NameDeps): (account: string) => Promise<void> {
  const asked = new Set<string>()
  return async account => {
    if (asked.has(account)) return
    if (asked.size >= MOST_REMEMBERED) asked.clear()
    asked.add(account)
    try {
      if (!(await isNameless(account))) return
      const { displayName } = await client.userDetail(account)
      if (displayName) await keepName(account, displayName.slice(0, 200))
    } catch {
      // The account is usable without a name.
    }
  }
}
