import type { Command } from './command-words.ts'

const form =
  '(câu|bước|câu hỏi|phần|mục) (trên|trước|trước đó|trên đó|vừa rồi|vừa xong|cũ|lúc nãy|hồi nãy|ban nãy|phía trên|phía trước)'
/** When people say that they will go on. */
export const laterDays =
  'mai|ngày mai|sáng mai|chiều mai|tối mai|chiều|chiều nay|tối|tối nay|lát|lát nữa|tí nữa|tý nữa|chút nữa|chốc nữa|hôm sau|hôm khác|bữa sau|bữa khác|bữa nào|hôm nào|lúc khác|khi khác|dịp khác|tuần sau|mốt|ngày kia|đầu tuần|rảnh|khi nào rảnh|lúc nào rảnh|sau'
/** And what they will go on with. */
export const laterWork =
  '(làm|điền|khai|nhập|viết|trả lời|bổ sung|hoàn thành|hoàn thiện|gửi|tính)(| nốt| tiếp| sau| xong| tiếp nốt)'
const answered =
  '(tất cả|toàn bộ|hết|bài|từ đầu|lại từ đầu|các câu|các câu trả lời|các câu đã trả lời|những câu đã trả lời|câu trả lời|câu đã trả lời|bản nháp|bản nháp này|bản khai|nội dung đã nhập|nội dung đã khai|những gì đã nhập|những gì đã khai|thông tin đã nhập)'
const home = '(menu|menu chính|trang chủ|màn hình chính|danh sách việc)'

/**
 * What people say for each command. Words in brackets are alternatives, an empty one may be left out; every combination is a phrase.
 * A phrase means the command only where nothing but courtesy stands around it, so it may be as plain as people are.
 */
export const commandPhrases: readonly (readonly [Command, readonly string[]])[] = [
  [
    'back',
    [
      'quay lại|trở lại|quay về|quaylai|back|go back|lùi lại|lùi|quay lui|trở lui|lui lại|trở về|lùi về|quay ngược lại',
      `(quay|trở|lùi|lui) (lại|về|lên) ${form}`,
      '(quay|trở|lùi|lui) (lại|về) (một|1) (câu|bước)',
      `(về|lên|lại|quay|lùi) ${form}`,
      '(câu|câu hỏi|bước) trước',
      `(sửa|chỉnh|đổi|sửa lại|chỉnh lại|đổi lại|xem lại|coi lại) ${form}`,
    ],
  ],
  [
    'skip',
    [
      'bỏ qua|boqua|skip|skip it|next|cho qua',
      '(bỏ qua|bỏ|cho qua|lướt qua|skip) (câu|câu hỏi|bước|phần|mục|ý) này',
      '(qua|sang|chuyển|chuyển sang|chuyển qua|tới|đến) (câu|câu hỏi|bước|phần|mục) (tiếp|tiếp theo|khác|sau|kế|kế tiếp)',
      'câu (tiếp|tiếp theo|kế tiếp)',
      'để trống(| câu này| phần này| mục này)',
      'không trả lời(| câu này)',
    ],
  ],
  [
    'edit',
    [
      'sửa|edit|sửa lại|sửa câu|sửa số|sửa câu số|sửa lại câu|chỉnh sửa|sửa một câu|sửa 1 câu|sửa câu khác|sửa câu trả lời|sửa lại câu trả lời',
    ],
  ],
  [
    'review',
    ['xem lại|review|xemlai|coi lại', `(xem lại|coi lại|rà lại|kiểm tra lại) ${answered}`, 'xem (tóm tắt|bản tóm tắt)'],
  ],
  [
    'later',
    [
      'để sau|later|desau|lưu nháp|lưu bản nháp|lưu tạm|lưu lại|lưu bản nháp lại|lưu nháp lại|lưu vào nháp|lưu lại nháp|tạm dừng|tạm nghỉ|tạm dừng ở đây|dừng ở đây|thoát|thoát ra|save|save draft',
      '(để|để lại|để đó|để đấy|để dành) (sau|đó|đấy|khi khác|lúc khác|hôm khác|bữa khác|dịp khác|hôm sau|bữa sau)(| làm| làm tiếp| làm nốt| điền| khai| trả lời| tính)',
      `để (${laterDays})`,
      '(làm|điền|khai|nhập|viết|trả lời|gửi) (sau|tiếp sau|nốt sau)',
    ],
  ],
  [
    'cancel',
    [
      'hủy|hủy bỏ|cancel|hủy hết|hủy luôn',
      '(hủy|hủy bỏ|xóa|bỏ) (bản nháp|bản nháp này|nháp|nháp này|biểu mẫu|biểu mẫu này)',
      '(không|ko|k|hông) (làm|khai|điền|đăng ký|đăng kí|gửi|nộp) nữa',
    ],
  ],
  ['clear', ['xóa|xóa đi|clear|delete|xóa hết|xóa tất cả|xóa trắng|bỏ hết']],
  [
    'clearQuestion',
    ['(xóa|bỏ) (câu|một câu|câu này|câu trả lời|câu trả lời này|trả lời|trả lời này|nội dung này|câu trả lời cũ)'],
  ],
  [
    'removeFile',
    [
      '(xóa|bỏ|gỡ|bớt) (tệp|file|ảnh|tập tin)(| này)',
      '(remove|delete) file',
      '(xóa|bỏ|gỡ) (hết|tất cả) (tệp|file|ảnh)',
    ],
  ],
  [
    'help',
    [
      'trợ giúp|giúp|giúp đỡ|help|trogiup|hướng dẫn|help me|cần giúp',
      '(không|chưa|ko|k|hông) (hiểu|rõ) (câu này|câu hỏi|câu hỏi này|ý câu này)',
      '(không|chưa|ko|k|hông) hiểu',
      '(giải thích|hướng dẫn) (câu này|câu hỏi này|cách làm|cách trả lời|cách điền|sử dụng)',
      'câu này (là sao|nghĩa là gì|là gì)',
    ],
  ],
  ['menu', ['menu|menu chính', `(về|ra|vào|mở|xem|quay lại|trở lại|quay về|trở về) ${home}`, 'trang chủ']],
  ['start', ['start|bắt đầu']],
  [
    'tasks',
    [
      'my tasks|tasks|việc|việc của tôi|việc của em|viec|việc của mình|việc cần làm|việc phải làm|công việc của tôi|công việc của em',
      '(xem|coi) (việc của tôi|việc của em|việc của mình|việc cần làm|việc phải làm)',
    ],
  ],
  ['initiative', ['sáng kiến|đăng ký sáng kiến|đăng kí sáng kiến|sangkien|đăng ký sáng kiến mới|thêm sáng kiến']],
  ['report', ['báo cáo|báo cáo tiến độ|baocao']],
  ['quickReport', ['báo cáo nhanh|baocaonhanh']],
  ['records', ['hồ sơ của tôi|hoso|hồ sơ tôi đã gửi|xem hồ sơ của tôi']],
  ['launch', ['phát động|văn bản phát động|phatdong|gửi văn bản phát động']],
  ['work', ['tác phẩm|đăng ký tác phẩm|tacpham|đăng kí tác phẩm|gửi tác phẩm|gửi bài báo|đăng ký bài báo']],
  ['activity', ['hoạt động tuyên truyền|hoatdong|ghi hoạt động|ghi hoạt động tuyên truyền|báo cáo tuyên truyền']],
  ['commendation', ['khen thưởng|khenthuong']],
  ['decide', ['duyệt']],
  ['board', ['progress board|tiến độ|tiendo|xem tiến độ']],
  [
    'drafts',
    [
      'drafts|my drafts|nháp|bản nháp|nháp của tôi|bản nháp của tôi|bản nháp của em',
      '(xem|mở|coi|vào) (nháp|bản nháp)',
    ],
  ],
  ['web', ['web']],
  ['settings', ['settings|cài đặt|caidat']],
  ['ack', ['đã nhận|đã nhận được|đã rõ']],
  ['promise', ['hẹn ngày|hẹn lại']],
  ['notMine', ['không phải việc của tôi|không phải việc của em']],
  ['alreadySent', ['đã nộp rồi|đã gửi rồi|đã nộp|đã gửi']],
  ['mydata', ['my data|dữ liệu|dữ liệu của tôi|dữ liệu của em|dulieu']],
]

/** Before the number of a question: «sửa lại câu 6», «quay lại câu số 6». */
export const questionLeads: readonly (readonly [Command, readonly string[]])[] = [
  [
    'edit',
    [
      'sửa|edit|sửa số|sua|sửa lại|sửa lại số',
      '(sửa|sửa lại|chỉnh|chỉnh lại|chỉnh sửa|chỉnh sửa lại|đổi|đổi lại|thay đổi|điều chỉnh|điều chỉnh lại|làm lại|nhập lại|ghi lại|điền lại|trả lời lại|xem lại|coi lại|quay lại|trở lại|quay về|trở về|lùi về|về|quay|edit) (câu|câu số|câu hỏi|câu hỏi số|câu thứ|mục|mục số)',
    ],
  ],
  ['clear', ['xóa|delete|clear|remove|xóa số']],
  ['clearQuestion', ['(xóa|bỏ|bỏ trả lời|xóa trả lời) (câu|câu số|câu trả lời|câu trả lời số)']],
  [
    'removeFile',
    [
      '(xóa|bỏ|gỡ|bớt|xóa bớt) (tệp|file|ảnh|tập tin|tệp số|file số|tệp thứ|file thứ|ảnh số|ảnh thứ)',
      '(remove|delete) file',
    ],
  ],
]

/** Every phrase that a pattern stands for. */
export function phrasesOf(patterns: readonly string[]): string[] {
  return patterns.flatMap(pattern => (pattern.includes('(') ? expand(pattern) : pattern.split('|'))).map(tidy)
}

function expand(pattern: string): string[] {
  const open = /\(([^()]*)\)/.exec(pattern)
  if (!open) return [pattern]
  const [group, inside = ''] = open
  return inside.split('|').flatMap(word => expand(pattern.replace(group, () => word)))
}

const tidy = (phrase: string): string => phrase.replace(/ +/g, ' ').trim()
