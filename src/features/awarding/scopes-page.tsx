import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { addressOf, type Scope } from './scope.ts'

/** Whose list it is, where somebody may see several, or none. */
export function ScopesPage({ ctx, scopes, address }: { ctx: Ctx; scopes: readonly Scope[]; address: string }) {
  const { t, campaign } = ctx
  return (
    <>
      <h1>{t('awarding.title')}</h1>
      <ul>
        {scopes.map(scope => (
          <li>
            <a href={`${address}/${addressOf(scope)}`}>
              {scope.level === 'CITY' ? t('awarding.city') : unitName(campaign, scope.unitCode)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
