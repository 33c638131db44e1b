import { z } from 'zod'
import { unitsOffered } from '../../campaign/units-offered.ts'
import type { Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { date } from '../../conversation/kinds/date.ts'
import { files } from '../../conversation/kinds/files.ts'
import { longText, text } from '../../conversation/kinds/text.ts'
import { unit } from '../../conversation/kinds/unit.ts'
import { decision, right } from '../../people/right.ts'
import { recordKind } from '../../records/kind.ts'
import { lifeOfNote } from './life.ts'
import { notAfterToday } from './not-after-today.ts'
import { tellSupervised } from './tell.ts'

const paramsSchema = z.object({ units: z.array(z.object({ code: z.string(), label: z.string() })).default([]) })
const unitsIn = (params: Params) => paramsSchema.parse(params).units

const write = right('supervision.write', { FRONT: 'own' })
const note = decision('supervision.note', { PNV: 'all' })

/** A supervision by the Front (plan IV.3, S07; DOC23): of whom, what was seen, what is recommended. The unit is told when it is sent. */
export const supervision = recordKind({
  ...lifeOfNote(write, note),
  name: 'supervision',
  letters: 'GS',
  path: 'giam-sat',
  group: 'oversight',
  route: 'supervision',
  command: {
    slash: 'giamsat',
    words: ['giamsat|giám sát|(ghi|gửi|báo|báo cáo|thêm) (giám sát|kết quả giám sát)|ghi nhận giám sát'],
  },
  table: 'supervisions',
  form: defineForm({
    id: 'supervision',
    version: 1,
    texts: 'supervision.form',
    fields: {
      concerns: unit(unitsIn),
      content: text({ min: 3, max: 300 }),
      heldOn: date(),
      seen: longText({ min: 5, max: 5_000 }),
      recommended: longText({ max: 5_000, optional: true }),
      files: files({ optional: true }),
    },
    checks: [notAfterToday],
  }),
  startedWith: async ({ campaign, today }) => unitsOffered(campaign, today.toString()),
  correctedWith: async ({ campaign, today }) => unitsOffered(campaign, today.toString()),
  shownWith: ({ campaign }) => unitsOffered(campaign),
  title: ({ concerns, content }, { t }, params) =>
    t('supervision.titled', {
      unit: unitsIn(params).find(({ code }) => code === concerns)?.label ?? concerns,
      content,
    }),
  searched: ({ seen, recommended }) => `${seen} ${recommended ?? ''}`,
  columns: ['concerns', 'heldOn', 'recommended'],
  next: ({ t }) => t('supervision.next'),
  hooks: {
    afterHandIn: async (ctx, handed) => {
      for (const { record, answers } of handed) await tellSupervised(ctx, record, answers)
    },
  },
})
