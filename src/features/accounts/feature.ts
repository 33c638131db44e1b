import type { Feature } from '../../contract/feature.ts'
import { accountsPage } from './page.ts'
import { manageAccounts } from './rights.ts'

/** Who can sign in, and where they are: for the administrator. */
export const accounts: Feature = {
  name: 'accounts',
  isAboveCampaigns: true,
  rights: [manageAccounts],
  page: accountsPage,
}
