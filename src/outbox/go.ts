/** Where a choice or a button leads: a route of some feature with its arguments. Kept in the database, so plain data. */
export interface Go {
  to: string
  args?: Readonly<Record<string, string>>
}
