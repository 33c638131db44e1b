import { AlignmentType, Paragraph } from 'docx'
import type { TableColumn } from './table.ts'
import { body, centred } from './text.ts'

/** Before a table or the signature, and on its page. */
export const space = () => new Paragraph({ keepNext: true, spacing: { after: 60 } })
export const pen = () => body('…………………………………………………………………………')
export const to = (text: string) => centred(`Kính gửi: ${text}`, { spacing: { before: 60, after: 60 } })
/** Room for «20/12/2024» in one line. */
export const dayWidth = 14
export const no: TableColumn = { heading: 'TT', width: 7, cell: '{no}', align: 'centre' }
/** What people wrote keeps its line ends, which justified text would tear apart. */
export const author = (text: string) => body(text, { alignment: AlignmentType.LEFT })
export const bases = () => body('{#bases [loopOver: "paragraph"]}{line}{/bases}', { italics: true })
