import { z } from 'zod'
import { newId } from '../../store/new-id.ts'
import { type Audience, type Draft, longestText, type RoleGroup, reasonLength, roleGroups, type To } from './rules.ts'

const uuid = z.uuid()
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)

/** Reads the form. What is missing or broken is left empty, and is complained of later in words. */
export function readDraft(form: FormData, now: Date): Draft {
  const field = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value.normalize('NFC') : ''
  }
  const all = (name: string): string[] => form.getAll(name).flatMap(value => (typeof value === 'string' ? value : []))
  const at = moment.safeParse(field('luc')).data
  const roles = all('vai').flatMap((value): RoleGroup[] => roleGroups.filter(group => group === value))
  return {
    id: uuid.safeParse(field('ma')).data ?? newId(now),
    audience: { to: toFrom(field('toi'), all('don-vi')), roles },
    // A browser posts line ends as two signs; one too many is told as too long, not cut.
    text: field('noi-dung')
      .replaceAll('\r\n', '\n')
      .trim()
      .slice(0, longestText * 4),
    at: at && field('khi') === 'hen' ? { day: at.slice(0, 10), hour: at.slice(11) } : null,
    reason: field('ly-do').trim().slice(0, reasonLength.max),
  }
}

/** The value of the list of audiences: «duty:D02:», «target:C13», «group:G4», «all», «units». */
export function toFrom(value: string, units: readonly string[]): To {
  const [of = '', first = '', second = ''] = value.split(':')
  switch (of) {
    case 'duty':
      return { of, duty: first, period: second }
    case 'target':
      return { of, target: first }
    case 'group':
      return { of, group: first }
    case 'all':
      return { of }
    default:
      return { of: 'units', units: [...units] }
  }
}

export function audienceValue({ to }: Audience): string {
  switch (to.of) {
    case 'duty':
      return `duty:${to.duty}:${to.period}`
    case 'target':
      return `target:${to.target}`
    case 'group':
      return `group:${to.group}`
    default:
      return to.of
  }
}
