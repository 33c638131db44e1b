import type { ZbsTemplate } from 'zalo-api-client'
import { templateParameters } from './template.ts'

/** One thing in which the template at Zalo is not the one that reminders are sent with; its sentence is `zalo.doctor.differs.<is>`. */
export type TemplateDifference =
  | { is: 'state'; state: string }
  | { is: 'missing'; name: string }
  | { is: 'unknown'; name: string }
  | { is: 'tooShort'; name: string; given: number; expected: number }
  | { is: 'minimum'; name: string; given: number }
  | { is: 'type'; name: string; given: string }

/** What of our values Zalo would refuse, or never fill in. An empty list of parameters says nothing: it may come before the approval. */
export function templateDifferences({ status, parameters }: ZbsTemplate): TemplateDifference[] {
  const state = status !== null && status !== 'ENABLE' ? [{ is: 'state' as const, state: status }] : []
  if (parameters.length === 0) return state
  const ours = Object.entries(templateParameters)
  const missing = ours.flatMap(([name]) =>
    parameters.some(each => each.name === name) ? [] : [{ is: 'missing' as const, name }],
  )
  const differing = parameters.flatMap((parameter): TemplateDifference[] => {
    const { name, minLength, maxLength, type } = parameter
    const expected = ours.find(([own]) => own === name)?.[1]
    if (expected === undefined) return [{ is: 'unknown', name }]
    return [
      ...(type !== null && !takesText(name, type) ? [{ is: 'type' as const, name, given: type }] : []),
      ...(maxLength !== null && maxLength > 0 && maxLength < expected
        ? [{ is: 'tooShort' as const, name, given: maxLength, expected }]
        : []),
      ...(minLength !== null && minLength > (name === 'han' ? expected : 1)
        ? [{ is: 'minimum' as const, name, given: minLength }]
        : []),
    ]
  })
  return [...state, ...missing, ...differing]
}

/** Only the day may be a date; nothing is a number. */
function takesText(name: string, type: string): boolean {
  return /string|text/i.test(type) || (name === 'han' && /date|time/i.test(type))
}
