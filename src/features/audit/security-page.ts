import { isSecurityKind, securityActions, securityKinds } from '../../people/security-log.ts'
import { logPage } from './page.ts'

/** How the accounts and the data are guarded: sign-ins, wrong codes, lock-outs, second steps, exports, changes of roles. */
export const securityPage = logPage({
  path: 'nhat-ky-an-ninh',
  title: 'audit.security.title',
  see: 'security.see',
  holds: { action: { in: [...securityActions] } },
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
