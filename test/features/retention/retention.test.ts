import { freshEmbedded } from '../../support/database.ts'
import { retentionContract } from './contract.ts'

retentionContract(freshEmbedded)
