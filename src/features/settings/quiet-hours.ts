import { type Field, ruled } from '../../conversation/field.ts'
import { readHours } from '../../reading/hours.ts'

/** Hours without proactive messages: «21:00-07:00», «21h đến 7h», or none. Stored 'HH:mm-HH:mm' or 'none'. */
export function quietHours(): Field<string> {
  return ruled<string, { optional?: false }>(undefined, {
    kind: 'hours',
    read: typed => readHours(typed),
    show: (value, env) => (value === 'none' ? env.t('settings.noQuiet') : value.replace('-', '–')),
  })
}
