import { decision, right } from '../people/right.ts'

/** Who reports figures, and who decides on them (plan §9.4, K03). */
export const reportRights = {
  write: right('report.write', { HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own' }),
  approve: right('report.approve', { HEAD: 'own', WARD_CHAIR: 'own' }),
  verify: decision('report.verify', { PNV: 'all', FOCAL: 'field' }),
  /** Closes the period of a verified figure. */
  lock: decision('report.lock', { PNV: 'all' }),
}

/** Who keeps the lists that figures are counted from; verified like figures. */
export const listRights = {
  write: right('list.write', { HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own' }),
  approve: right('list.approve', { HEAD: 'own', WARD_CHAIR: 'own' }),
  verify: decision('list.verify', { PNV: 'all', FOCAL: 'field' }),
}
