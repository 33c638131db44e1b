import { decision, right } from '../../people/right.ts'

/** Which targets apply to a unit: the unit proposes, Phòng Nội vụ confirms (K02). */
export const applicabilityRights = {
  propose: right('applicability.propose', { HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own' }),
  approve: right('applicability.approve', { HEAD: 'own', WARD_CHAIR: 'own' }),
  decide: decision('applicability.decide', { PNV: 'all' }),
}
