import type { ZaloRules } from '../zalo-way.ts'

/** How the OA is reached. Two secrets: the app's for tokens, the OA's for the signatures of webhooks. */
export interface ZaloOaConfig {
  oaId: string
  appId: string
  appSecret: string
  oaSecretKey: string
  /** A first refresh token, where somebody has got one elsewhere; used up at the first start, then the stored ones count. */
  refreshToken?: string
  /** Instead of Zalo's hosts; no slash at the end. */
  openapiRoot?: string
  oauthRoot?: string
  businessRoot?: string
  /** ZBS template of reminders outside of the time in which free text is taken. */
  reminderTemplateId?: string
  /** Consultation messages between 48 hours and 7 days, for which Zalo may charge, are allowed. */
  mayPay: boolean
}

export function rulesOf({ mayPay, reminderTemplateId }: ZaloOaConfig): ZaloRules {
  return { mayPay, hasTemplate: reminderTemplateId !== undefined }
}
