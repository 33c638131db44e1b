import type { Visit } from '../web/visit.ts'

interface ReasonChoiceProps {
  /** Of the field that is typed into. */
  id: string
  reasons: readonly string[]
  t: Visit['t']
}

/** Reasons that were written before. With script the chosen one comes into the field and can be changed; without, it counts where nothing is typed. */
export function ReasonChoice({ id, reasons, t }: ReasonChoiceProps) {
  if (reasons.length === 0) return null
  return (
    <>
      <label for={`mau-${id}`}>{t('desk.reasons.choose')}</label>
      <select id={`mau-${id}`} name="mau" data-fills={id}>
        <option value="">{t('desk.reasons.typed')}</option>
        {[...new Set(reasons)].map(reason => (
          <option value={reason}>{reason.length > shown ? `${reason.slice(0, shown)}…` : reason}</option>
        ))}
      </select>
    </>
  )
}

const shown = 80
