/**
 * Names for prepared statements, so that the server parses and plans each of the hot ones once a connection. The number is
 * bounded: statements whose text varies (lists of any length) must not fill the server's memory, so later ones go unnamed.
 */
export function statementNames(limit = 300): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= limit) return ''
    const name = `s${names.size}`
    names.set(sql, name)
    return name
  }
}
