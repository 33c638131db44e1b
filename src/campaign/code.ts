import type { ActiveCampaign } from './active.ts'

/** The code for people: SK-001; in a later campaign of the house SK-2025-001, so that no two things have the same. */
export function codeOf({ codeMark }: Pick<ActiveCampaign, 'codeMark'>, letters: string, number: number): string {
  return [letters, ...(codeMark === '' ? [] : [codeMark]), String(number).padStart(3, '0')].join('-')
}
