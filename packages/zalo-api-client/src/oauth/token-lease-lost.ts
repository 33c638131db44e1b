/** The lock of a token store ran out while it was held: somebody else may have refreshed since. Nothing was written. */
export class TokenLeaseLost extends Error {
  override readonly name = 'TokenLeaseLost'

  constructor() {
    super('the lease of the tokens was taken over by another process')
  }
}
