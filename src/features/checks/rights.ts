import { decision, right } from '../../people/right.ts'

const heads = { HEAD: 'own', WARD_CHAIR: 'own' } as const

/** The unit puts right and says so through its head; those who checked and Phòng Nội vụ accept it. */
export const remedyRights = {
  write: right('checkRemedy.write', { ...heads, CLERK: 'own' }),
  approve: right('checkRemedy.approve', heads),
  decide: decision('checkRemedy.decide', { PNV: 'all', CHECKER: 'field' }),
}
