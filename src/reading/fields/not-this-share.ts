import type { Line } from '../line.ts'

/** «pin 20%», «vat 10%»: a percent of something else; «chắc chắn 100%», «sao mà 100% được»: a way to speak. */
export const isOtherShare = ({ text }: Line): boolean =>
  [OF_ELSE, WHOLLY, BROKEN, LIKELY].some(other => other.test(text))

const OF_ELSE = new RegExp(
  `^(?:(?:bị|máy|chịu|tính|hàng|còn|em|anh|chị|được|lương|tỷ lệ) )*(?:${[
    'pin|sạc|sạc đầy|ổ cứng|ổ cứng đầy|ram|cpu|zoom|scale|in|tải|tải lên|tải được|upload|đang tải|đang upload|cập nhật win|mưa|độ ẩm|cồn|cotton|nước ép|tắc đường|xe đầy',
    'thương tật|thương binh|sức khỏe|hưởng(?! ứng)|nghỉ hưởng|nghỉ ốm hưởng|lương|thử việc|phụ cấp|bhyt|vay|lãi|lãi suất|sale|giảm giá|khuyến mại|khuyến mãi|hoa hồng|chiết khấu|thuế|vat|phạt|vốn góp|cổ phần|lạm phát|xác suất',
    'tỷ lệ sinh|sinh|phiếu trắng|phản đối|phiếu tín nhiệm|dốc|đường dốc|nồng độ|nồng độ cồn|oxy|spo2|cpi|trả góp|độ che phủ|rừng|vắng|sai số|quân số|trúng|đỗ|(?:lớp )?con em đỗ',
  ].join('|')})(?: \\p{L}+){0,2} [±~]?[\\d.,]+ ?(?:%|phần trăm)`,
  'iu',
)
/** «phần mềm lỗi hiện 0%» */
const BROKEN = /(?:lỗi|treo|đen thui)[^,;.]* 0 ?%|0 ?% (?:do|vì|bị) (?:máy |phần mềm |hệ thống )?lỗi/iu
const LIKELY = /\d ?% (?:cơ hội|là (?:xong|kịp|không))/iu
const WHOLLY =
  /^(?:\p{L}+ ){0,3}(?:chắc chắn|cam đoan|tin|đồng ý|ủng hộ|nhất trí|tán thành) (?:100 ?%|(?:100|một trăm|trăm) phần trăm)[ ạ.!]*$|^100 ?% (?:là \p{L}+|luôn á)|^100 ?% \p{L}+(?: \p{L}+)? (?:đồng ý|đi họp|nhất trí)[ ạ.!]*$/iu
