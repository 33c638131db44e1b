import { Lexicon } from '../lexicon.ts'

/** What people do with a matter that is theirs. */
export const DOES = new Lexicon([
  [
    true,
    'làm|nghĩ ra|thiết kế|mày mò|ký|đứng tên|phụ trách|chịu trách nhiệm|theo dõi|thực hiện|cùng thực hiện|viết|cùng viết|cùng làm|làm chung|làm chính|làm đầu mối|chủ trì|tham gia|xây dựng|cùng xây dựng|nghiên cứu|cùng nghiên cứu|đề xuất|cùng đề xuất|triển khai|soạn|biên soạn|hoàn thiện|tổng hợp|báo cáo|lập|đóng góp|góp|hỗ trợ|phối hợp|kiêm|kiêm nhiệm|lo|lo hết|lo toàn bộ|làm hết|đứng ra lo|đứng ra lo hết|đứng ra làm|đứng ra ký|đứng ra phụ trách|nhận việc|nhận nhiệm vụ|làm đại diện|đại diện',
  ],
])
