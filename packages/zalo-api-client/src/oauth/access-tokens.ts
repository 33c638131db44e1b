/** What a client needs to call as the OA. */
export interface AccessTokens {
  /** A token that is valid as far as is known here. Throws `ZaloNeedsConsentError` when none can be had. */
  accessToken(): Promise<string>
  /** A token other than `rejected`, which Zalo has just refused: another process's, or a refreshed one. */
  renew(rejected: string): Promise<string>
}
