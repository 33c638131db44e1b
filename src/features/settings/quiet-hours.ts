import { type Field, ruled } from '../../conversation/field.ts'
import { fold } from '../../reading/text.ts'

/** Hours without proactive messages: «21:00-07:00», «21h đến 7h», or none. Stored 'HH:mm-HH:mm' or 'none'. */
export function quietHours(): Field<string> {
  return ruled<string, { optional?: false }>(undefined, {
    kind: 'hours',
    read: typed => {
      const folded = fold(typed).trim()
      if (['khong', 'khong can', 'bo', 'tat'].includes(folded)) return { ok: true, value: 'none', literal: true }
      const times = [...folded.matchAll(/(\d{1,2})\s*(?:[:h]|gio)?\s*(\d{2})?/g)].map(([, hour, minute]) =>
        time(hour, minute),
      )
      const [from, to] = times
      if (times.length !== 2 || !from || !to || from === to) return { ok: false, kind: 'invalid', why: 'incomplete' }
      return { ok: true, value: `${from}-${to}`, literal: typed.trim() === `${from}-${to}` }
    },
    show: (value, env) => (value === 'none' ? env.t('settings.noQuiet') : value.replace('-', '–')),
  })
}

function time(hour: string | undefined, minute: string | undefined): string | null {
  const [h, m] = [Number(hour), Number(minute ?? 0)]
  return h <= 24 && m < 60 ? `${String(h % 24).padStart(2, '0')}:${String(m).padStart(2, '0')}` : null
}
