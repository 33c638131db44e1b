import { accounts } from './accounts.ts'
import { acknowledged } from './acknowledged.ts'
import { decided } from './decided.ts'
import { doors } from './doors.ts'
import type { Guard } from './guard.ts'
import { kept } from './kept.ts'
import { people } from './people.ts'

/** What keeps the service safe and steady; `run.ts` takes each away and wants its test to fail. */
export const guards: readonly Guard[] = [...acknowledged, ...doors, ...accounts, ...kept, ...decided, ...people]
