import { freshEmbedded } from '../support/database.ts'
import { storeContract } from './contract.ts'

storeContract('embedded', freshEmbedded)
