import type { Words } from './says.ts'

/** Said with feeling: «mệt muốn chết», «đỡ bị hỏi lại», «chứ chẳng chơi», «hay lắm». */
const IDIOM =
  /(?<= |^)(?:(?:muon|gan|nhu) (?:chet|xiu|khoc|ngat|dien)|(?:do|khoi|tranh|so) (?:phai )?bi|(?:chang|cha|khong|ko) (?:phai )?(?:choi|dua|vua)|(?:rat|kha) hay|hay (?:lam|qua|ho|that)|lai con|(?:hoai|luon|thoi|vay) a|(?:gi|sao) ma|(?:anh|chi|sep|ban) quen(?= a$|$)|ma(?= (?:\S+ ){0,2}(?:van|cung) )|(?<!(?:^| )(?:roi|da|xong|co)(?: .*)?)ma(?= (?:chua|khong|chang) )|ai (?:ranh|dam|hoi dau|them) ma)(?= |$)/g

/** A word without its accents that is another one than the word of yes, no and doubt that it looks like, by what stands behind it. */
const BY_NEXT = table({
  ma: /^(?:qr|so|ho|vach|van|hoa|code)$/,
  doi: /^(?:chieu|moi|cong|song|voi|ngu|thoai|tuong|chung|truong|vien)$/,
  bi: /^(?:thu|mat|quyet)$/,
  dang: /^(?:vien|uy|bo|hoang|ky|bai|tin|tai|cong)$/,
  moi: /^(?:nguoi|thu|viec|khu|to|don|thang|tuan|ngay|loai|cai|noi)$/,
  hoan: /^(?:thanh|thien|tat|toan)$/,
  cho: /^(?:em|anh|chi|a|c|e|dan|ba|nhanh|xong|tien|bot|do|gon|vui|chac|biet|ca|tung|moi|minh|may|nguoi|hoc|cac|khu|to|thanh|doan|can|bon|tui)$/,
  doan: /^(?:vien|truong|thanh|phuong|xa|kiem)$/,
  hong: /^(?:suot|roi|het|hoai|mat|nang|luon)$/,
  gan: /^(?:bien|ket|the|may)$/,
  thieu: /^(?:nhi|nien)$/,
  dung: /^(?!(?:roi|r|the|vay|a|ah|nhe|nha|do|day|la|em|anh|chi|e|c|het|luon|khong|ko|chua)$)[a-z]/,
})
/** The same by what stands before it. */
const BY_LAST = table({
  ma: /^(?!(?:roi|r|co|da|xong|nhe|a|duoc|dc|thi)$)[a-z]/,
  moi: /^(?:dau|doi)$/,
  mai: /^(?:chi|anh|co|ba|em|xin|cho|lam|hoi|noi|doi)$/,
  nua: /^(?!(?:mot|hon|duoc|moi|con|khoang|gan)$)[a-z]/,
})

/**
 * The words of a clause beside an answer without those that only look like words of yes, no and doubt: idioms, and, in a clause without accents, the
 * many words that are one of them only by chance («quet ma QR», «doi chieu»).
 */
export function asMeant(words: Words): Words {
  const kept = outOfIdioms(withoutInsisting(words))
  // Among words with their accents «cho» is no «chờ».
  return kept.some(({ text, folded }) => text !== folded)
    ? kept.filter(({ text }) => text !== 'cho')
    : kept.filter((_, at) => !isByChance(kept, at))
}

/** «trường nhỏ quá mà», «năm nào cũng làm mà anh» */
function withoutInsisting(words: Words): Words {
  const end = words.findLastIndex(({ folded }) => !/^(?:anh|chi|em|a|sep|ban)$/.test(folded))
  return end > 0 && /^(?:mà|ma)$/.test(words[end]?.text ?? '') ? words.slice(0, end) : words
}

/** «vất vả lắm mới xong»: it is done, unless it tells when. */
const AT_LAST = /(?<=\S+ \S+ )moi(?= (?:xong|duoc|ra)(?: day| do| luon| a| em| chi| anh)*$)/g
const WHEN = /\d|(?:^| )(?:thang|quy|nam|tuan|thu|cuoi|dau|hom|ngay|sang|chieu|toi|sau|tu)(?: |$)/

function outOfIdioms(words: Words): Words {
  const line = words.map(({ folded }) => folded).join(' ')
  const idle = new Set<number>()
  const isDated = WHEN.test(line) || words.some(({ text }) => /^(?:mai|mốt)$/.test(text))
  for (const { 0: idiom, index } of [...line.matchAll(IDIOM), ...(isDated ? [] : line.matchAll(AT_LAST))]) {
    const from = line.slice(0, index).split(' ').length - 1
    for (let at = from; at < from + idiom.split(' ').length; at += 1) idle.add(at)
  }
  return idle.size === 0 ? words : words.filter((_, at) => !idle.has(at))
}

const isByChance = (words: Words, at: number): boolean => {
  const word = words[at]?.folded ?? ''
  // «bị thu hồi»; «đoàn thể đều …», and «đoán thế» at the end
  if (word === 'bi' && words[at + 2]?.folded === 'hoi') return false
  if (word === 'doan' && words[at + 1]?.folded === 'the') return at + 2 < words.length
  // «áp dụng», «không hoàn toàn»
  if (word === 'dung' && /^(?:ap|su|van|tan|lam)$/.test(words[at - 1]?.folded ?? '')) return false
  if (word === 'hoan' && /^(?:khong|ko|k|chua)$/.test(words[at - 1]?.folded ?? '')) return false
  return (
    BY_NEXT.get(word)?.test(words[at + 1]?.folded ?? '') === true ||
    BY_LAST.get(word)?.test(words[at - 1]?.folded ?? '') === true
  )
}

/** What is typed is looked up in it, and may be «constructor». */
function table(forms: Readonly<Record<string, RegExp>>): ReadonlyMap<string, RegExp> {
  return new Map(Object.entries(forms))
}
