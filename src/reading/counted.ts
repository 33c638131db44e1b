import { Lexicon } from './lexicon.ts'
import { tokenise } from './tokens.ts'

/** What is counted, in families: whoever is asked for one of a family may answer in any word of it. A word belongs first where it stands first. */
const FAMILIES = [
  'người|lượt|lượt người|lượt xem|cán bộ|công chức|viên chức|cán bộ công chức|cb|cbcc|ccvc|cbccvc|đồng chí|hội viên|đoàn viên|đảng viên|học sinh|giáo viên|phụ huynh|cá nhân|hộ|hộ dân|hộ gia đình|đại biểu|thí sinh|nhân viên|bác sĩ|bác sỹ|y tá|bệnh nhân|người dân|công dân',
  'sáng kiến|giải pháp|mô hình|cách làm|cách làm hay|đề tài|đề án|ý tưởng|công trình|sản phẩm|phần mềm|công nghệ',
  'văn bản|quyết định|kế hoạch|công văn|báo cáo|nghị quyết|tờ trình|thông báo|chỉ thị|kết luận|hướng dẫn|quy chế|quy định|biên bản|đề án|chương trình',
  'hồ sơ|thủ tục|thủ tục hành chính|tthc|vụ|vụ việc|trường hợp|việc|đơn|đơn thư|phản ánh|kiến nghị|ý kiến|lượt|người|cá nhân|cán bộ|công chức',
  'tác phẩm|tin|bài|tin bài|bài viết|bài báo|bài dự thi|video|clip|phóng sự|tiết mục|tiểu phẩm|sản phẩm|tờ rơi|tờ gấp|áp phích|khẩu hiệu',
  'lớp|buổi|cuộc|cuộc họp|hội nghị|hội thi|hội thảo|đợt|khóa|cuộc kiểm tra|cuộc thi|đoàn kiểm tra',
  'đơn vị|phường|xã|phường xã|trường|khu|khu phố|khu dân cư|tổ|tổ dân phố|thôn|xóm|phòng|tập thể|doanh nghiệp|cơ quan|chi hội|chi bộ|câu lạc bộ',
  'máy tính|máy quét|máy in|thiết bị|tin nhắn|ngày|tháng|tuần|tiếng|phút|km|kg',
]
const NOUNS = new Lexicon(
  [...new Set(FAMILIES.flatMap(family => family.split('|')))].map(
    noun => [FAMILIES.flatMap((family, at) => (family.split('|').includes(noun) ? [at] : [])), noun] as const,
  ),
)
/** What follows tells where, of what or how far, and is not counted itself. */
const OF = /^(?:trong|tai|o|cua|ve|cho|da|duoc|tren|hoac)$/

/**
 * Whether `typed`, a figure with its noun, counts what a question for `asked` («số mô hình, giải pháp đã đăng ký») cannot mean: «2 lớp»,
 * «10 tin nhắn». What is not known by name may be what is asked for, as may a short word without its accents.
 */
export function countsElse(typed: string, asked: string): boolean {
  const [counted] = nounsIn(typed)
  const wanted = nounsIn(asked).flatMap(([first]) => first ?? [])
  return counted !== undefined && wanted.length > 0 && !counted.some(family => wanted.includes(family))
}

/** The families of each noun. */
function nounsIn(text: string): (readonly number[])[] {
  const tokens = tokenise(text)
  const end = tokens.findIndex(({ folded }) => OF.test(folded))
  const found: (readonly number[])[] = []
  for (let at = 0; at < (end < 0 ? tokens.length : end); at += 1) {
    const noun = NOUNS.find(tokens, at)
    if (noun === undefined || (noun.length === 1 && !noun.isExact)) continue
    found.push(noun.meaning)
    at += noun.length - 1
  }
  return found
}
