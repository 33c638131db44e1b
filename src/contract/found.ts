/** Something that the one search box of the desk found. */
export interface Found {
  /** Under which heading it is shown: «Sáng kiến». */
  group: string
  title: string
  /** Of whom, in which state; empty: nothing more is said. */
  more: string
  /** Where it opens, below /desk: «sang-kien/…». */
  page: string
}
