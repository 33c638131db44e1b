/** A word of a posted form, trimmed and cut. */
export function posted(form: FormData, name: string, most: number): string {
  return String(form.get(name) ?? '')
    .normalize('NFC')
    .trim()
    .slice(0, most)
}

/** A day 'YYYY-MM-DD'; null: none, or no day. */
export function postedDay(form: FormData, name: string): string | null {
  const day = posted(form, name, 10)
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) ? day : null
}
