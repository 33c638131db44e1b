import type { Ctx } from '../../contract/feature.ts'
import type { Known } from './store.ts'

/** The chats of somebody, and since when one cannot be reached. */
export function Chats({ ctx, known, since }: { ctx: Ctx; known: Known; since: ReadonlyMap<string, Date> }) {
  const { t, localTime } = ctx
  if (known.accounts.length === 0) return <>{t('roleGiving.noChat')}</>
  return (
    <>
      {known.accounts.map(({ id, channel, state }) => {
        const at = since.get(id)
        const lost = at ? t('roleGiving.lostSince', { at: localTime(at) }) : t('roleGiving.lost')
        return (
          <div>
            {t(`channels.${channel}`)}
            {state === 'INACTIVE' && `: ${lost}`}
          </div>
        )
      })}
    </>
  )
}
