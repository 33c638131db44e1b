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

/** The questions that were ticked or have a reason of their own, each with that reason, or with the one for the whole. */
export function marksIn(form: FormData, questions: readonly { name: string }[], whole: string) {
  const ticked = form.getAll('mark').map(String)
  return questions.flatMap(({ name }) => {
    const own = String(form.get(`why-${name}`) ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, reasonLength.max)
    const reason = own || (ticked.includes(name) ? whole : '')
    return reason === '' ? [] : [{ field: name, reason }]
  })
}
