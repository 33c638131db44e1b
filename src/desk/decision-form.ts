import { reasonLength } from '../contract/reason.ts'

/** What was typed; where nothing was, what was chosen. */
export function reasonIn(form: FormData): string {
  const said = (name: string) =>
    String(form.get(name) ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, reasonLength.max)
  return said('reason') || said('mau')
}

/** The questions that were ticked or have a reason of their own, each with that reason; '' where it was ticked alone. */
export function tickedIn(form: FormData, questions: readonly { name: string }[]): ReadonlyMap<string, string> {
  const ticked = form.getAll('mark').map(String)
  const own = (name: string) =>
    String(form.get(`why-${name}`) ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, reasonLength.max)
  return new Map(
    questions.flatMap(({ name }) => (ticked.includes(name) || own(name) !== '' ? [[name, own(name)] as const] : [])),
  )
}

/** Each with its own reason, or with the one for the whole; null: one of them has neither. */
export function marksOf(ticked: ReadonlyMap<string, string>, whole: string) {
  const marks = [...ticked].map(([field, own]) => ({ field, reason: own || whole }))
  return marks.every(({ reason }) => reason !== '') ? marks : null
}
