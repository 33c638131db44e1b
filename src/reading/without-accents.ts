import { bareSource, fold } from './text.ts'

/** Whether what is said is of a form, or, typed without any accent, of that form without its accents. */
export function orBare(form: RegExp): (said: string) => boolean {
  const find = foundOrBare(form)
  return said => find(said) !== null
}

/** What a form finds in what is said, or, typed without any accent, that form without its accents. */
export function foundOrBare(form: RegExp): (said: string) => RegExpExecArray | null {
  const bare = new RegExp(bareSource(form), form.flags)
  return said => form.exec(said) ?? (fold(said) === said.toLowerCase() ? bare.exec(said) : null)
}
