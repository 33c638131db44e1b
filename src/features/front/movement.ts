import { defineForm } from '../../conversation/form.ts'
import { date } from '../../conversation/kinds/date.ts'
import { files } from '../../conversation/kinds/files.ts'
import { longText, text } from '../../conversation/kinds/text.ts'
import { decision, right } from '../../people/right.ts'
import { recordKind } from '../../records/kind.ts'
import { lifeOfNote } from './life.ts'
import { notAfterToday } from './not-after-today.ts'

const write = right('movement.write', { FRONT: 'own' })
const note = decision('movement.note', { PNV: 'all' })

/** Another movement of the Front or a mass organisation with which the campaign was linked (plan IV.3, S08). */
export const movement = recordKind({
  ...lifeOfNote(write, note),
  name: 'movement',
  letters: 'GK',
  path: 'gan-ket-phong-trao',
  group: 'oversight',
  route: 'movement',
  command: {
    slash: 'ganketphongtrao',
    words: ['ganketphongtrao|(ghi |)(gắn|gắn kết|phối hợp) (phong trào|cuộc vận động)(| khác)|phong trào khác'],
  },
  table: 'movements',
  form: defineForm({
    id: 'movement',
    version: 1,
    texts: 'movement.form',
    fields: {
      movement: text({ min: 3, max: 300 }),
      done: longText({ min: 5, max: 5_000 }),
      heldOn: date(),
      files: files({ optional: true }),
    },
    checks: [notAfterToday],
  }),
  title: ({ movement: name }) => name,
  searched: ({ done }) => done,
  columns: ['movement', 'heldOn', 'done'],
})
