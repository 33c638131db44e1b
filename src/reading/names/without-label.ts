/** Who the person is to the paper: «Người lập biểu:», «Nhóm tác giả:», «Đầu mối của đơn vị là», «có mỗi em thôi ạ:». */
const LABEL =
  /^(?:báo cáo,? |dạ,? |em gửi(?: anh| chị)?,? )*(?:người|họ và tên|họ tên|tên|tác giả|nhóm tác giả|đồng tác giả|danh sách|đầu mối|cán bộ|công chức|phụ trách|lãnh đạo|thủ trưởng|chủ trì|chủ nhiệm|chỉ có|có mỗi|có mình|một mình)(?: (?:lập|biểu|thực hiện|phụ trách|liên hệ|đầu mối|của|đơn vị|cơ quan|phòng|phường|bên em|em|tôi|mình|chúng|báo cáo|ký|sáng kiến|giải pháp|đề tài|mô hình|chính|chịu trách nhiệm|thôi|ạ|gồm|có|tên|được cử|theo dõi|tổng hợp|cung cấp số liệu|này|tác giả|các|đây|nhé|nha)){0,6} ?(?::| là (?=(?:ông|bà|anh|chị|đồng chí|đ\/c|\p{L}+ \p{L}+ )))\s*/iu
const ALONE = /^(?:một mình|chỉ có mình|chỉ mình|mỗi mình|mỗi|mình) (?:tôi|em|mình)(?: thôi)?(?: ạ)?[,:]\s*/iu
/** «em nhầm, bùi thị lan mới đúng ạ» */
const RIGHT =
  /^(?:(?:dạ |ấy |à )?(?:em |e |tôi |mình )?(?:nhầm|lộn)(?: rồi)?(?: ạ)?[,.:]? )?(.{4,80}?),? mới (?:đúng|phải|chính xác)(?: ạ| nhé| chị| anh)*[.!]?$/iu
/** «em gõ sai, tên đúng là Vũ Hải Yến» */
export const WRITTEN_WRONG =
  /^(?:dạ |à )?(?:em |e |tôi |mình )?(?:gõ|ghi|viết|nhập|điền) (?:sai|nhầm|lộn|thiếu)(?: tên| dấu| rồi| ạ)*(?=$|[,.;])/iu
const RIGHTED = new RegExp(`${WRITTEN_WRONG.source}[,.;] ?(?=(?:họ )?tên (?:đúng|chính xác|đầy đủ|phải) là )`, 'iu')
/** «nhờ ghi tên vũ thị ngọc ánh giùm chị» */
const FOR_ME =
  /^((?:\p{L}+ ){0,3}?(?:ghi|điền|nhập|viết)(?: tên)? .+?) (?:giùm|giúp|hộ|dùm|gium|giup|dum)(?: (?:em|chị|anh|tôi|mình|cô|bác|chi|toi|co|bac))?(?: (?:với|nhé|ạ|nha))*[.!]?$/iu
/** What stands above and beside a signature. */
const SIGNED =
  /^(?:\(?(?:đã ký|ký tên|ký và ghi rõ họ tên)\)?|(?:kt|tm|tl|tuq|q)\. ?\p{Lu}[\p{Lu} ,-]*|(?:phó |quyền )?(?:chủ tịch|trưởng phòng|giám đốc|hiệu trưởng|bí thư|chánh văn phòng)(?: [\p{Lu} ]+)?|(?:dạ |vâng )*(?:dạ|vâng|ạ|vâng ạ)[,.]?)$/iu

/** A person's line without what a form, a signature or a correction puts around the name; the same text where there is none. */
export function withoutLabel(text: string): string {
  const lines = text.split(/[\r\n]+/).map(line => line.trim())
  const said = lines.length > 1 ? lines.filter(line => line !== '' && !SIGNED.test(line)).join('\n') : text
  const bare = said.replace(FOR_ME, '$1').replace(ALONE, '').replace(RIGHTED, '').replace(LABEL, '')
  return (RIGHT.exec(bare)?.[1] ?? bare) || text
}
