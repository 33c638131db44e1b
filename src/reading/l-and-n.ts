/** In the north-east «l» and «n» are one sound to many. Only where the words beside it leave one of both: «hôm lay», «không có … lào», «lăm mô hình». */
const HEARD = [
  /(?<=(?:^|\s)(?:hôm|sáng|trưa|chiều|tối|bữa|hiện|đến|năm) )l(?=ay(?!\p{L}))/giu,
  /(?<=(?:^|\s)(?:tuần|tháng|quý|năm|kỳ) )l(?=ày(?!\p{L}))/giu,
  /(?<=(?:^|\s)(?:không|ko|k|chưa|chẳng|hông) [^,;.\d]{0,30} )l(?=ào(?!\p{L}))/gu,
  /(?<=(?:^|(?:^|\s)(?:dạ|thưa|ạ|có|được|là|cả|tổng cộng) ))l(?=ăm (?:mô hình|sáng kiến|giải pháp|hồ sơ|đồng chí|đơn vị|hội nghị|lượt|người|cái|buổi|cuộc|bài|văn bản|phần trăm|trăm|mươi|nghìn|ngàn|triệu|tỷ|tỉ)(?!\p{L}))/giu,
]

/** A text with such an «l» put right; every letter keeps its place. */
export function withN(text: string): string {
  const composed = text.normalize('NFC')
  return /l(?:ay|ày|ào|ăm)/iu.test(composed)
    ? HEARD.reduce((heard, pattern) => heard.replace(pattern, letter => (letter === 'L' ? 'N' : 'n')), composed)
    : text
}
