import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { decideInChat, showRecord } from '../../records/screens.ts'
import { launchDocument } from './kind.ts'

export const launching: RecordFeature = recordFeature(launchDocument, {
  isIn: plan => plan.duties.some(({ metBy }) => metBy.kind === 'launchDocument'),
  routes: {
    // Buttons of messages that were sent before launch documents were records.
    'launch.show': (ctx, { id = '' }) => showRecord(ctx, launching.record, id),
    'launch.decide': (ctx, args) => decideInChat(ctx, launching.record, args),
  },
})
