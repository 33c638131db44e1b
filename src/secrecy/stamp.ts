/**
 * Whether a text carries a stamp of state secrets (law 117/2025, decree 63/2026: MẬT, TỐI MẬT, TUYỆT MẬT). A stamp stands alone on its line, or after
 * «độ mật»; the higher two also inside of a line, in capitals. The words «bí mật», «bảo mật», «mật khẩu» in a sentence are no stamps.
 */
export function hasStamp(text: string): boolean {
  const plain = text.normalize('NFC')
  return higher.test(plain) || named.test(plain) || plain.split(/\r\n|[\n\r\u2028\u2029]/).some(isStamp)
}

/** The same for the name of a file, where accents are often lost and words are tied with signs. */
export function isNamedSecret(name: string): boolean {
  const plain = name.normalize('NFC').replace(/\.[A-Za-z0-9]{1,5}$/, '')
  if (hasStamp(plain.replace(/[_.]+/g, ' '))) return true
  const words = plain.replace(/[_\-–.,]+/g, ' ')
  if (/(?<![\p{L}\p{N}])(TOI|TUYET) MAT(?![\p{L}\p{N}])/u.test(words)) return true
  if (/(?<!\p{L})(tuyệt|tối) mật(?!\p{L})/iu.test(words)) return true
  if (/[([]\s*MẬT\s*[)\]]/.test(plain)) return true
  const first = /^\s*MẬT\s*[_\-–.,]/.test(plain)
  return first || /(CÁO|BẢN|LIỆU|VĂN|TRÌNH|ĐỊNH|HOẠCH|[_\-–.,])\s*MẬT\s*$/.test(plain)
}

const higher = /(?<!\p{L})(TUYỆT|TỐI)\s+MẬT(?!\p{L})/u
/** «Độ mật: Tối mật». «Độ mật: Thường» and «Độ mật: Không» say the opposite. */
const named = /(?<!\p{L})(mức\s+)?độ\s+mật\s*[:–-]\s*(tuyệt\s+mật|tối\s+mật|mật)(?!\p{L})/iu

/** «MẬT», «[ M Ậ T ]», «* TỐI MẬT *» and nothing else. */
function isStamp(line: string): boolean {
  const letters = line.replace(/[^\p{L}\p{N}]/gu, '')
  return letters === 'MẬT' || letters === 'TỐIMẬT' || letters === 'TUYỆTMẬT'
}
