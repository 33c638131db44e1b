import { freshEmbedded } from '../../support/database.ts'
import { erasureContract } from './erasure-contract.ts'

erasureContract(freshEmbedded)
