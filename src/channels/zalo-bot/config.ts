/** How the bot is reached. Whoever runs webhooks must give a secret: there is no open door. */
export interface ZaloBotConfig {
  token: string
  /** Instead of Zalo's host; no slash at the end. */
  botApiRoot?: string
  mode: { kind: 'polling' } | { kind: 'webhook'; url: string; secret: string }
}
