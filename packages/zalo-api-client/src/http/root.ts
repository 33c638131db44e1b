/** Zalo's hosts. Every client takes its root as a setting, so that tests can point it to a fake server. */
export const zaloRoots = {
  oauth: 'https://oauth.zaloapp.com',
  openapi: 'https://openapi.zalo.me',
  business: 'https://business.openapi.zalo.me',
  botApi: 'https://bot-api.zaloplatforms.com',
} as const

/** `root` may have a path of its own and a final slash; `path` begins with a slash. */
export function urlBelow(root: string, path: string): string {
  return `${root.replace(/\/+$/, '')}${path}`
}
