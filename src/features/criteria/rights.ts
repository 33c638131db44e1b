import { decision, right } from '../../people/right.ts'

/** A unit sets criteria of its own as it says which targets apply to it (K02): it proposes, Phòng Nội vụ confirms. */
export const criterionRights = {
  propose: right('criterion.propose', { HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own' }),
  approve: right('criterion.approve', { HEAD: 'own', WARD_CHAIR: 'own' }),
  decide: decision('criterion.decide', { PNV: 'all' }),
}
