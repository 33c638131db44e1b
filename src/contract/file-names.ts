import type { FileState } from '../store/generated/client.ts'
import type { Ctx } from './feature.ts'

/** Files as one line: each with its state unless it is stored. «(không có)» when there are none. */
export function fileNames(ctx: Pick<Ctx, 't'>, files: readonly { name: string; state: FileState }[]): string {
  const { t } = ctx
  const named = files.map(({ name, state }) =>
    state === 'STORED' ? name : t('files.withState', { name, state: t(`files.states.${state}`) }),
  )
  return named.join(', ') || t('conversation.none')
}
