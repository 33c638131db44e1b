import { fold } from '../../reading/text.ts'
import type { Translate } from '../../texts.ts'
import { type AwardForm, type HonoreeKind, type Level, levels } from './codes.ts'

const kinds: Readonly<Record<string, HonoreeKind>> = {
  ...{ 'tap the': 'COLLECTIVE', tt: 'COLLECTIVE', collective: 'COLLECTIVE' },
  ...{ 'ca nhan': 'INDIVIDUAL', cn: 'INDIVIDUAL', person: 'INDIVIDUAL', individual: 'INDIVIDUAL' },
  ...{ 'ho gia dinh': 'HOUSEHOLD', 'gia dinh': 'HOUSEHOLD', household: 'HOUSEHOLD' },
}

/** «Tập thể», «TT», «cá nhân» …; null: none of them. */
export function kindIn(text: string): HonoreeKind | null {
  return kinds[fold(text)] ?? null
}

/** The code whose words these are, or begin with: «Giấy khen của Chủ tịch …». The longest words win. Null: none. */
export function codeIn<Code extends string>(
  text: string,
  codes: readonly Code[],
  branch: string,
  t: Translate,
): Code | null {
  const value = fold(text)
  const named = codes
    .map(code => ({ code, words: fold(t(`${branch}.${code}`)) }))
    .filter(({ code, words }) => value === fold(code) || value === words || value.startsWith(`${words} `))
    .sort((one, other) => other.words.length - one.words.length)
  return named[0]?.code ?? shortFor(value, codes)
}

/** As lists shorten them. */
function shortFor<Code extends string>(value: string, codes: readonly Code[]): Code | null {
  const [, code] = shorts.find(([pattern]) => pattern.test(value)) ?? []
  return codes.find(known => known === code) ?? null
}

const shorts: readonly (readonly [RegExp, string])[] = [
  [/^(?:bang khen .*(?:thu tuong|chinh phu)|bktt)/, 'BANG_KHEN_CP'],
  [/^(?:bang khen|bk)\b/, 'BANG_KHEN'],
  [/^gk\b/, 'GIAY_KHEN'],
  [/^(?:cstd|chien si thi dua).*(?:co so|cs)$/, 'CSTD_CO_SO'],
  [/^(?:cstd|chien si thi dua).*(?:tinh|bo|nganh)$/, 'CSTD_TINH'],
  [/^(?:cstd|chien si thi dua).*(?:toan quoc|tq)$/, 'CSTD_TOAN_QUOC'],
  [/^ldtt$/, 'LAO_DONG_TIEN_TIEN'],
  [/^(?:tt ?ldtt|tap the lao dong tien tien)$/, 'TAP_THE_TIEN_TIEN'],
  [/^(?:tt ?ldxs|tap the lao dong xuat sac)$/, 'TAP_THE_XUAT_SAC'],
  [/^(?:dot xuat|kip thoi|thanh tich dot xuat)/, 'TIMELY'],
  [/^(?:thi dua|phong trao|chuyen de|theo dot)/, 'CAMPAIGN'],
  [/^cong trang/, 'MERIT'],
]

/** What the column says; else what the authority is of; else what the form is always of. */
export function levelIn(text: string, authority: string, form: AwardForm | null, t: Translate): Level | null {
  if (text !== '') return codeIn(text, levels, 'awards.levels', t) ?? levelOf(text)
  return levelOf(authority) ?? (form ? (always[form] ?? null) : null)
}

function levelOf(words: string): Level | null {
  const value = fold(words)
  if (/thu tuong|chu tich nuoc|chinh phu|nha nuoc/.test(value)) return 'STATE'
  if (/\b(?:tinh|bo truong|bo|so|trung uong)\b/.test(value)) return 'PROVINCE'
  if (/\b(?:phuong|xa|thi tran|dac khu)\b/.test(value)) return 'WARD'
  if (/\b(?:thanh pho|huyen|quan|thi xa)\b/.test(value)) return 'CITY'
  return /\b(?:don vi|co so|truong|giam doc|thu truong|hieu truong)\b/.test(value) ? 'UNIT' : null
}

const always: Partial<Record<AwardForm, Level>> = {
  ...{ BANG_KHEN: 'PROVINCE', BANG_KHEN_CP: 'STATE', HUAN_CHUONG: 'STATE' },
  ...{ CSTD_TINH: 'PROVINCE', CSTD_TOAN_QUOC: 'STATE', TAP_THE_XUAT_SAC: 'PROVINCE' },
}
