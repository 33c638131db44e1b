/** What keeps something from happening, how it is taken away, and the test that must then fail. */
export interface Guard {
  /** What happens without it. */
  against: string
  file: string
  /** The guard as it stands in the file: there once. */
  text: string
  /** What stands there without it. */
  without: string
  test: string
  /** A part of the names of the tests that are run, so that no more is run than is needed; all of the file when it is left out. */
  named?: string
}
