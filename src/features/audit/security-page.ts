import type { DeskPage } from '../../contract/desk-page.ts'
import { isSecurityKind, securityActions, securityKinds } from '../../people/security-log.ts'
import { type Declared, logPage } from './page.ts'
import { seeSecurity } from './rights.ts'

/** How the accounts and the data are guarded: sign-ins, wrong codes, lock-outs, second steps, exports, changes of roles. */
export function securityPageOver(declared: Declared): DeskPage {
  return logPage(declared, {
    path: 'nhat-ky-an-ninh',
    title: 'audit.security.title',
    see: seeSecurity,
    holds: { action: { in: [...securityActions] } },
    ...{ actions: securityActions, kinds: [] },
    narrowedBy: 'audit.security.kind',
    narrowings: ctx =>
      Object.keys(securityKinds)
        .filter(isSecurityKind)
        .map(value => ({
          value,
          label: ctx.t(`audit.security.kinds.${value}`),
          where: { action: { in: [...securityKinds[value]] } },
        })),
  })
}
