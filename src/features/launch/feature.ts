import { recordFeature } from '../../records/feature.ts'
import { launchDocument } from './kind.ts'

export const launching = recordFeature(launchDocument)
