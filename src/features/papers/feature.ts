import type { Feature } from '../../contract/feature.ts'
import { findPapers } from './finds.ts'
import { heldOfPapers } from './held.ts'
import { changeTemplate, makePaper } from './rights.ts'
import { papersRoom } from './room.tsx'
import { mayReadPaper } from './store.ts'
import { templatesRoom } from './templates-room.tsx'

/** Papers out of data, in templates that the office edits in Word; what was issued is held against what was made. */
export const papers: Feature = {
  name: 'papers',
  rights: [makePaper, changeTemplate],
  audits: { paper: ['make', 'issue', 'sign', 'template', 'templateBack'].map(action => `paper.${action}`) },
  finds: findPapers,
  rooms: [papersRoom, templatesRoom],
  mayReadFile: mayReadPaper,
  personalData: heldOfPapers,
}
