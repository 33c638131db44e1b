import type { Running } from './running.ts'

/** A page that anybody may open, known or not, at an address of its own. It may tell only what everybody may know. */
export interface OpenPage {
  /** '/kiem-tra' */
  path: string
  answer(running: Running, search: URLSearchParams): Promise<Response>
}
