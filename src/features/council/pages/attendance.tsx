import { leads, memberOf } from '../sitting.ts'
import type { SittingProps } from './sitting-page.tsx'

/** Who is a member, who is there; those who lead the sitting note who has come. */
export function Attendance({ ctx, address, csrf, sitting, names }: SittingProps) {
  const { t } = ctx
  const isOpen = sitting.state === 'INVITED' || sitting.state === 'VOTING'
  const mayNote = isOpen && leads(sitting, memberOf(sitting, ctx))
  return (
    <details>
      <summary>{t('council.attend.title')}</summary>
      <ul>
        {sitting.members.map(({ personId, part, position, attendance, why }) => (
          <li>
            {[names.get(personId) ?? '', t(`council.parts.${part}`), position].filter(Boolean).join(', ')}:{' '}
            <span data-live-value={`member-${personId}`}>{t(`council.attendance.${attendance}`)}</span>
            {why === '' ? '' : ` (${why})`}
            {mayNote && attendance !== 'PRESENT' && (
              <form method="post" action={`${address}/${sitting.id}`}>
                <input type="hidden" name="csrf" value={csrf} />
                <input type="hidden" name="nguoi" value={personId} />
                <button type="submit" class="link-button" name="viec" value="co-mat">
                  {t('council.attend.note')}
                  <span class="sr-only"> {names.get(personId) ?? ''}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
