import { fold } from '../reading/text.ts'
import { Role } from '../store/generated/client.ts'
import type { Translate } from '../texts.ts'

const local: readonly string[] = ['ward', 'commune', 'township', 'special_zone', 'successor_ward']

/** Posts that say by themselves what a person may do at their unit. */
const posts = new Map<string, Role>([
  ...['thu truong', 'truong phong', 'truong ban', 'chanh van phong', 'giam doc', 'hieu truong', 'chanh thanh tra'].map(
    post => [post, 'HEAD'] as const,
  ),
  ...['dau moi', 'can bo dau moi', 'cong chuc dau moi'].map(post => [post, 'CLERK'] as const),
  ...['chuyen vien', 'cong chuc', 'vien chuc', 'can bo'].map(post => [post, 'OFFICIAL'] as const),
  ['phong vien', 'PRESS'],
  ['quan tri', 'ADMIN'],
])

/** Whether a unit of the kind is governed by a chairman: a ward, a commune. */
export function isLocal(unitKind: string): boolean {
  return local.includes(unitKind)
}

/** The role that a word means at a unit of a kind: its code, its name in a language given, or a post. Null for any other word. */
export function roleOf(word: string, unitKind: string, ...languages: readonly Translate[]): Role | null {
  const roles = Object.values(Role)
  const given = fold(word)
  const code = roles.find(role => role.toLowerCase() === given)
  if (code) return code
  const named = roles.find(role => languages.some(t => fold(t(`roles.${role}`)) === given)) ?? posts.get(given) ?? null
  if (isLocal(unitKind) && /^chu tich ubnd(?: (?:phuong|xa|thi tran|dac khu))?$/.test(given)) return 'WARD_CHAIR'
  // A deputy of a ward is none of the city: that role sees everybody's records.
  return isLocal(unitKind) && named === 'VICE' ? null : named
}
