import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { check } from './kind.ts'
import { beginRemedy, checkRemedy } from './remedy.ts'

/** Checks of units (plan II.3, S05; DOC07, DOC08). */
export const checks: RecordFeature = recordFeature(check)

/** What units have put right after a check. */
export const checkRemedies: RecordFeature = recordFeature(checkRemedy, {
  commands: [
    {
      ...{ to: 'checkRemedy', says: 'checkRemedy.command' },
      words: ['khắc phục|(báo|báo cáo|gửi) khắc phục|(báo |báo cáo |gửi |)kết quả khắc phục'],
    },
  ],
  routes: { checkRemedy: (ctx, args) => beginRemedy(ctx, checkRemedies.record, args) },
})
