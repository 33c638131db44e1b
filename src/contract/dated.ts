/** Something with a day that a person's calendar shows, the whole day long. */
export interface Dated {
  /** Stays the same as long as it is the same thing. */
  id: string
  /** 'YYYY-MM-DD' */
  day: string
  title: string
  more: string
  /** The day is only expected. */
  isTentative: boolean
}
