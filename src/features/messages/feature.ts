import type { Feature } from '../../contract/feature.ts'
import { messagesPage } from './page.ts'

/** What goes out through the channels, and what it may cost. */
export const messages: Feature = { name: 'messages', isAboveCampaigns: true, routes: {}, forms: [], page: messagesPage }
