/** What became of a deed, in one sentence. */
export interface Done {
  ok: boolean
  say: string
}
