import { Lexicon } from '../lexicon.ts'

/** What leaves some of the options out. */
export const EXCEPT = new Lexicon([[true, 'trừ|ngoại trừ|trừ ra|bỏ|trừ cái|trừ ý']])
