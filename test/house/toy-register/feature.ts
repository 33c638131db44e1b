import { recordFeature } from '../../../src/records/feature.ts'
import { toy } from './kind.ts'

export const toys = recordFeature(toy)
