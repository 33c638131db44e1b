import { storeContract } from '../store/contract.ts'
import { freshPostgres } from '../support/database.ts'

storeContract('postgres', freshPostgres)
