/** The package's public face. Everything else is free to change. */

export type { BotAccount, BotWebhookInfo, SentBotMessage } from './bot/bot-answers.ts'
export { BotClient, type BotClientSettings } from './bot/bot-client.ts'
export type { BotContent, BotUpdate } from './bot/bot-update.ts'
export { type Polling, pollUpdates } from './bot/poll-updates.ts'
export { readBotUpdate } from './bot/read-bot-update.ts'
export { botCodes } from './errors/bot-codes.ts'
export type { CodeMeaning, CodeTable, ErrorClass, Platform } from './errors/error-class.ts'
export { ZaloLimitError } from './errors/limit-error.ts'
export { ZaloNeedsConsentError } from './errors/needs-consent-error.ts'
export { oaCodes } from './errors/oa-codes.ts'
export { oauthCodes } from './errors/oauth-codes.ts'
export { ZaloTransportError } from './errors/transport-error.ts'
export { ZaloApiError } from './errors/zalo-api-error.ts'
export { type RefusedSetting, ZaloError } from './errors/zalo-error.ts'
export { zbsCodes } from './errors/zbs-codes.ts'
export { zaloRoots } from './http/root.ts'
export type { JsonObject, JsonValue } from './json/json-value.ts'
export { parseJson } from './json/parse-json.ts'
export { botLimits } from './limits/bot-limits.ts'
export { botQuotaPauseMs } from './limits/bot-quota-pause.ts'
export { oaLimits } from './limits/oa-limits.ts'
export { Pace } from './limits/pace.ts'
export { zbsLimits } from './limits/zbs-limits.ts'
export type { OaWire } from './oa/build-oa-message.ts'
export type { OaQuota, OaSendQuota, OaUser, OaUserQuota, SentOaMessage } from './oa/oa-answers.ts'
export type { OaAction, OaButton } from './oa/oa-button.ts'
export { OaClient, type OaClientSettings } from './oa/oa-client.ts'
export type { OaChatMessage, OaInfo, OaUserPage } from './oa/oa-lists.ts'
export type {
  OaButtonsMessage,
  OaContactRequest,
  OaFile,
  OaGif,
  OaImage,
  OaListElement,
  OaListMessage,
  OaMessage,
  OaSticker,
  OaText,
} from './oa/oa-message.ts'
export type { OaReaction } from './oa/oa-reaction.ts'
export type { OaRecipient } from './oa/oa-recipient.ts'
export type { UploadedFile } from './oa/oa-upload.ts'
export { sendWithAttachment } from './oa/send-with-attachment.ts'
export type { AccessTokens } from './oauth/access-tokens.ts'
export { appSecretProof } from './oauth/app-secret-proof.ts'
export { type ConsentRequest, consentUrl, createPkce, type Pkce, pkceChallenge } from './oauth/consent.ts'
export { FileTokenStore, type FileTokenStoreSettings } from './oauth/file-token-store.ts'
export { MemoryTokenStore } from './oauth/memory-token-store.ts'
export { type OaTokenSettings, OaTokenSource } from './oauth/oa-token-source.ts'
export { type SqlRow, SqlTokenStore, type SqlTokenStoreSettings } from './oauth/sql-token-store.ts'
export { TokenLeaseLost } from './oauth/token-lease-lost.ts'
export type { TokenSeal } from './oauth/token-seal.ts'
export {
  type ActiveTokens,
  type NeedsConsent,
  type TokenHealth,
  type TokenPair,
  type TokenState,
  tokenHealth,
} from './oauth/token-state.ts'
export type { TokenSlot, TokenStore } from './oauth/token-store.ts'
export { type Runtime, systemRuntime } from './runtime.ts'
export { type BotWebhookReading, type BotWebhookSettings, readBotWebhook } from './webhook/bot-webhook.ts'
export type {
  OaAccountEvent,
  OaContactEvent,
  OaContent,
  OaDeliveredEvent,
  OaEchoEvent,
  OaEvent,
  OaMessageEvent,
  OaReceiptEvent,
  OaRelationEvent,
  OaSender,
  OaUnknownEvent,
  OaUserActionEvent,
} from './webhook/oa-event.ts'
export { isOaSignature, type OaSignatureParts, signOaWebhook } from './webhook/oa-signature.ts'
export { type OaWebhookReading, type OaWebhookSettings, readOaWebhook } from './webhook/oa-webhook.ts'
export {
  maxWebhookBytes,
  type RefusedBecause,
  type RefusedWebhook,
  type WebhookRequest,
} from './webhook/webhook-reading.ts'
export { webhookRequestFromFetch, webhookRequestFromNode } from './webhook/webhook-request.ts'
export { hashPhone, normalisePhone } from './zbs/phone.ts'
export type { SentTemplate, TemplateStatus, ZbsQuota } from './zbs/zbs-answers.ts'
export { type TemplateMessage, templateStatusFilter, ZbsClient, type ZbsClientSettings } from './zbs/zbs-client.ts'
export type { ZbsParameter, ZbsTemplate } from './zbs/zbs-template.ts'
