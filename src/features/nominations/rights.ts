import { decision, right } from '../../people/right.ts'

const heads = { HEAD: 'own', WARD_CHAIR: 'own' } as const

/** Who does what with a nomination (plan §3.2, §7: K06–K13). The administrator decides nothing. */
export const nominationRights = {
  write: right('nomination.write', { ...heads, CLERK: 'own' }),
  /** The head confirms the report and signs the submission. */
  approve: right('nomination.approve', heads),
  withdraw: right('nomination.withdraw', { ...heads, CLERK: 'own' }),
  /** Receives, returns, opens the appraisal, concludes, submits to the chair; suspends and resumes (K08, K10). */
  handle: decision('nomination.handle', { PNV: 'all' }),
  /** Gives the opinion of the agency where the role is held (K09). */
  appraise: decision('nomination.appraise', { FOCAL: 'own', PNV: 'own' }),
  /** Awards or not, at the City (K11, K13). */
  award: decision('nomination.award', { CHAIR: 'all' }),
  /** The same at the ward or commune (K12). */
  awardAtWard: decision('nomination.awardAtWard', { WARD_CHAIR: 'own' }),
  /** Reads the facts of others that can stop an award: few do. */
  stopFacts: right('nomination.stopFacts', { PNV: 'all', CHAIR: 'all', WARD_CHAIR: 'own' }),
  /** Brings in the lists of agencies, and notes how they ended. */
  loadStopFacts: right('nomination.loadStopFacts', { PNV: 'all' }),
} as const
