import { erasureContract } from '../features/personal-data/erasure-contract.ts'
import { retentionContract } from '../features/retention/contract.ts'
import { freshPostgres } from '../support/database.ts'

erasureContract(freshPostgres)
retentionContract(freshPostgres)
