import { fold, normalise } from '../reading/text.ts'

/** Whether two names are written alike, case, accents and spaces aside. */
export function sameName(one: string, other: string): boolean {
  return fold(normalise(one)) === fold(normalise(other))
}
