import { features } from '../../src/features/list.ts'
import { isOfRecords } from '../../src/records/feature.ts'
import { toys } from '../house/toy-register/feature.ts'
import toyTexts from '../house/toy-register/vi.json' with { type: 'json' }
import { recordContract } from './contract.ts'

for (const feature of features.filter(isOfRecords)) recordContract(feature)
recordContract(toys, { texts: { toy: toyTexts } })
