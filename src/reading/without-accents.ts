import { fold } from './text.ts'

/** Whether what is said is of a form, or, typed without any accent, of that form without its accents. */
export function orBare(form: RegExp): (said: string) => boolean {
  const bare = new RegExp(form.source.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'), form.flags)
  return said => form.test(said) || (fold(said) === said.toLowerCase() && bare.test(said))
}
