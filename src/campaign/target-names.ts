import type { Target } from './target.ts'

/** What people call the targets that one figure serves. */
export function namesOf(targets: readonly Pick<Target, 'name'>[]): string {
  return targets.map(({ name }) => name).join('; ')
}
