import { accentsWithin, fold, lower } from './text.ts'
import type { Token } from './tokens.ts'

/**
 * How offices shorten the words of their labels, as typed with or without accents. Those of one or two letters stand for a word only
 * before the name that they introduce («P. Thanh Sơn»).
 */
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    'tthc=thủ tục hành chính',
    'cchc=cải cách hành chính',
    'cqđt cqdt=chính quyền điện tử',
    'cqs=chính quyền số',
    'cđs cds=chuyển đổi số|chính quyền số',
    'cntt=công nghệ thông tin',
    'cnm=công nghệ mới',
    'ubnd=ủy ban nhân dân',
    'hđnd hdnd=hội đồng nhân dân',
    'mttq=mặt trận tổ quốc',
    'ubmttq=ủy ban mặt trận tổ quốc',
    'gdđt gddt gd&đt=giáo dục và đào tạo',
    'tnmt=tài nguyên và môi trường',
    'ldtbxh lđtbxh=lao động thương binh và xã hội',
    'tckh=tài chính kế hoạch',
    'qlđt qldt=quản lý đô thị',
    'vhtt=văn hóa và thông tin',
    'vhxh=văn hóa xã hội',
    'bhxh=bảo hiểm xã hội',
    'bqlda=ban quản lý dự án',
    'qlda=quản lý dự án',
    'bql=ban quản lý',
    'catp=công an thành phố',
    'cctk=chi cục thống kê',
    'hpn=hội liên hiệp phụ nữ',
    'vks=viện kiểm sát',
    'tu=thành ủy',
    'ub=ủy ban',
    'ca=công an',
    'pnv=phòng nội vụ',
    'vp=văn phòng',
    'tp=thành phố|phòng tư pháp',
    'tx=thị xã',
    'tt=thị trấn|trung tâm',
    'p f=phường|phòng',
    'x=xã',
    'q=quận',
    'h=huyện',
    'lhpn=liên hiệp phụ nữ',
    'hlhpn=hội liên hiệp phụ nữ',
    'hnd=hội nông dân',
    'ccb=cựu chiến binh',
    'ldld lđlđ=liên đoàn lao động',
    'thcs=trung học cơ sở',
    'hcc=hành chính công',
    'pvhcc=phục vụ hành chính công',
    'ttpvhcc=trung tâm phục vụ hành chính công',
    'ht=hoàn thành',
    'nv=nhiệm vụ',
    'sk=sáng kiến',
    'gp=giải pháp',
    'mh=mô hình',
    'tb=trung bình',
    'xs=xuất sắc',
    'tivi tv=truyền hình',
    'r=rồi',
    'lm=làm',
    'dg đg=đang',
    'ko=không',
    'xd=xây dựng',
    'th=tiểu học',
  ].flatMap(line => {
    const [forms = '', words = ''] = line.split('=')
    return forms.split(' ').map(form => [form, words.split('|')] as const)
  }),
)

/** Of two letters, and plain by themselves. */
const ALONE: ReadonlySet<string> = new Set(['sk', 'gp', 'mh', 'tb', 'nv', 'r', 'lm', 'xs'])
/** Other names of what a label says. */
const ALSO: readonly (readonly [string, string])[] = [
  'chính quyền số=chuyển đổi số',
  'cơ quan thuế=thuế',
  'tòa án nhân dân=tòa án|tòa',
  'báo điện tử=báo mạng|báo online',
  'báo in=báo giấy',
  'trung tâm hành chính công=trung tâm phục vụ hành chính công',
  'trung tâm hành chính công thành phố=trung tâm phục vụ hành chính công thành phố',
].flatMap(line => {
  const [meant = '', said = ''] = line.split('=')
  return said.split('|').map(one => [one, meant] as const)
})

/** Whether a word may open what a label says in other words. */
export const opensShort = ({ text, folded }: Token): boolean =>
  Object.hasOwn(SHORT_FORMS, text) || ALSO_OPEN.has(folded)
const ALSO_OPEN: ReadonlySet<string> = new Set(ALSO.map(([said]) => fold(said).split(' ')[0] ?? ''))

/** The Front has the name of the country in its own, and labels leave it out. */
const OF_COUNTRY = /(mặt trận tổ quốc|mat tran to quoc) vi[ệe]t nam/gu

const VARIANTS_AT_MOST = 8
/** Words; a longer line is looked at as it is. */
const WRITTEN_OUT_AT_MOST = 80

/** The words of a label or an answer, written out: one line for each way they may be meant, what was typed first. */
export function writtenOut(tokens: readonly Token[]): string[] {
  const words = codesTogether(initialsTogether(tokens).filter(token => token.kind !== 'sign'))
  if (words.length > WRITTEN_OUT_AT_MOST) return [words.join(' ')]
  let lines: string[][] = [[]]
  for (const [at, word] of words.entries()) {
    const isNamed = at + 1 < words.length || word.length > 2 || (word === 'tp' && at > 0) || ALONE.has(word)
    const meant = (isNamed && Object.hasOwn(SHORT_FORMS, word) ? SHORT_FORMS[word] : undefined) ?? [word]
    const isTooMany = lines.length * meant.length > VARIANTS_AT_MOST
    lines = lines.flatMap(line => meant.slice(0, isTooMany ? 1 : undefined).map(one => [...line, one]))
  }
  const written = lines.map(line => lower(line.join(' ')).replace(OF_COUNTRY, '$1'))
  const also = ALSO.flatMap(([said, meant]) =>
    written.filter(line => line.length === said.length && accentsWithin(line, said)).map(() => meant),
  )
  return [...new Set([words.join(' '), ...written, ...also])]
}

/** «TC-KH», «LĐ-TB&XH»: initials in parts are one short form, where it is known. */
function initialsTogether(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (token, place) => /^[-–&]$/.test(token.text) && token.glued && tokens[place + 1]?.glued === true,
  )
  const before = tokens[at - 1]
  if (before === undefined) return tokens
  let to = at + 2
  while (/^[-–&]$/.test(tokens[to]?.text ?? '') && tokens[to + 1]?.glued === true) to += 2
  const parts = tokens.slice(at - 1, to).filter(({ text }) => !/^[-–&]$/.test(text))
  // «SK-001» is the code of a record.
  if (!parts.every(({ kind }) => kind === 'word')) return tokens
  const text = parts.map(part => part.text).join('')
  if (!Object.hasOwn(SHORT_FORMS, text)) return tokens
  return [...tokens.slice(0, at - 1), { ...before, text, folded: text }, ...tokens.slice(to)]
}

/** «C21», «C 21» and «c07» are one word: «c21», «c7». */
function codesTogether(tokens: readonly Token[]): string[] {
  const words: string[] = []
  for (const token of tokens) {
    const text = token.text.replace(/^0+(?=\d)/, '')
    const last = words.at(-1) ?? ''
    const isNumber = token.kind === 'number' && /^[a-zđ]$/.test(last) && !Object.hasOwn(SHORT_FORMS, last)
    const isPart = token.glued && /^[a-z]$/.test(text) && /^[a-zđ]\d+$/.test(last)
    if (isNumber || isPart) words[words.length - 1] = last + text
    else words.push(text)
  }
  return words
}
