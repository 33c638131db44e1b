import { Lexicon } from '../lexicon.ts'

/** A phrase list whose meaning is the phrase itself, so that it can be seen whether its accents were typed. */
const phrases = (...lists: string[]): Lexicon<string> =>
  new Lexicon(lists.flatMap(list => list.split('|')).map(phrase => [phrase, phrase] as const))

/** What introduces a name. */
export const LEADS = phrases(
  'dạ|dạ vâng|dạ thưa|dạ thưa anh|dạ thưa chị|dạ chào anh|dạ chào chị|vâng|thưa|kính thưa|thưa anh|thưa chị|thưa anh chị|xin chào|chào|chào anh|chào chị|chào bạn|em|tôi|mình|tớ|cháu',
  'là|tên|tên là|tên em|tên em là|tên tôi|tên tôi là|tên mình là|tên cháu là|em tên|em tên là|tôi tên|tôi tên là|mình tên|mình tên là',
  'e|e tên|e tên là|tên e|tên e là|e là|em là|tôi là|mình là|tớ là|cháu là|đây là|họ tên|họ và tên|họ tên là|họ và tên là|họ tên em|họ tên em là|họ tên tôi là|họ và tên em là',
  'anh tên|anh tên là|chị tên|chị tên là|tên anh|tên anh là|tên chị|tên chị là',
  'họ và tên tôi là|tên đầy đủ|tên đầy đủ là|họ tên đầy đủ|họ tên đầy đủ là|ghi là|ghi tên|ghi tên là|ghi giúp|ghi giúp em là|ghi giúp em',
  'tác giả|tác giả chính|tác giả chính là|tác giả là|tác giả gồm|nhóm tác giả gồm|nhóm tác giả gồm có|nhóm tác giả là|nhóm gồm|nhóm gồm có|gồm các đồng chí|gồm các anh chị|gồm|gồm có|đồng tác giả|đồng tác giả là|người phụ trách|người phụ trách là|xin giới thiệu|em xin giới thiệu',
  'ờ|ừ|vâng ạ|dạ vâng ạ|vâng anh|vâng chị|thì là|tên tui|tên tui hả|tên tui là|tui là|tui tên|tui tên là',
  'đề xuất|em đề xuất|e đề xuất|xin đề xuất|đề cử|em đề cử|xin đề cử|em cử|phân công|my name is|i am|name|cùng làm với|làm cùng|có|hiện là',
)

/** Words said before a person's name. */
export const TITLES = phrases(
  'ông|bà|anh|chị|cô|chú|bác|dì|thầy|em|cháu|bạn|đồng chí|đc|đ c|mr|mrs|ms|ths|thạc sĩ|ts|tiến sĩ|bs|bác sĩ|kỹ sư|ks|cn|gs|pgs|luật sư|cô giáo|thầy giáo|y tá|thiếu úy|trung úy|thượng úy|đại úy|thiếu tá|trung tá|thượng tá|đại tá|thiếu tướng|trung tướng|hạ sĩ|trung sĩ|thượng sĩ|cki|ckii|bscki|bsckii|dược sĩ|cử nhân|nhà giáo|nhà báo|nghệ nhân|nghệ sĩ',
)

/** Posts and trades; several words where one alone may be a name («Phó», «Trương»). */
export const POSTS = phrases(
  'chủ tịch|phó chủ tịch|phó ct|nguyên chủ tịch|quyền chủ tịch|bí thư|phó bí thư|bí thư chi bộ|bí thư đoàn|bí thư đảng ủy|chủ tịch hội',
  'trưởng phòng|phó phòng|phó trưởng phòng|tp phòng|trưởng ban|phó ban|phó trưởng ban|trưởng bộ phận|phó bộ phận|trưởng đoàn|phó đoàn',
  'bí thư chi đoàn|phó bí thư chi đoàn|bí thư đoàn trường|tổ trưởng tổ dân phố|tổ trưởng tổ chuyên môn|trưởng ban công tác mặt trận|giáo viên chủ nhiệm|chủ nhiệm lớp|tổng phụ trách|tổng phụ trách đội|trưởng khoa|phó khoa|phó trưởng khoa|điều dưỡng trưởng',
  'trưởng thôn|phó thôn|trưởng bản|trưởng xóm|trưởng khu|khu trưởng|trưởng khu phố|tổ trưởng|tổ phó|tổ trưởng dân phố|trưởng trạm|phó trạm',
  'trưởng công an|phó công an|phó trưởng công an|trưởng khối|phó khối|giám đốc|phó giám đốc|phó gđ|hiệu trưởng|hiệu phó|phó hiệu trưởng|chánh văn phòng',
  'phó văn phòng|phó chánh văn phòng|chánh thanh tra|phó chánh thanh tra|thanh tra viên|chi cục trưởng|phó chi cục trưởng|chỉ huy trưởng',
  'phó chỉ huy trưởng|đội trưởng|đội phó|nhóm trưởng|nhóm phó|chủ nhiệm|phó chủ nhiệm|thủ trưởng|phó thủ trưởng|lãnh đạo|thường trực',
  'ủy viên|ủy viên thường trực|phó trưởng|cấp phó|cấp trưởng|trưởng các phòng|chuyên viên|chuyên viên chính|cán bộ|công chức|viên chức',
  'nhân viên|kế toán|kế toán trưởng|thủ quỹ|văn thư|thư ký|lái xe|bảo vệ|địa chính|tư pháp|hộ tịch|văn hóa|văn hóa xã hội|lao động|tổng hợp',
  'hành chính|hành chính tổng hợp|giáo viên|y tá|y sĩ|điều dưỡng|phóng viên|nhà báo|biên tập viên|đầu mối|người phụ trách|phụ trách|phụ trách chung',
  'đoàn viên|đảng viên|hội viên|thành viên|đại biểu|chức vụ|chức danh|vị trí|đơn vị|bộ phận|phòng ban|sinh năm|sinh ngày|điện thoại|sđt|số điện thoại|email|zalo|quê|công việc|chủ trì|phối hợp|chủ biên|đồng chủ trì|tham gia|trưởng nhóm|chủ nhiệm đề tài|người thực hiện',
)

/** Words that open the name of a unit. */
export const UNITS = phrases(
  'dân tộc|người dân tộc|phòng|ban|trường|ubnd|hđnd|mttq|ủy ban|ủy ban nhân dân|hội đồng|hội đồng nhân dân|mặt trận|mặt trận tổ quốc|phường|xã|thị trấn|huyện|quận',
  'thành phố|tỉnh|tp|trung tâm|văn phòng|chi cục|cục|sở|đội|khối|hội|tổ|thôn|xóm|khu phố|khu dân cư|tổ dân phố|trạm|trạm y tế|bệnh viện',
  'công ty|công an|chi bộ|đảng ủy|đảng bộ|thành ủy|huyện ủy|tỉnh ủy|chi hội|chi đoàn|đoàn thanh niên|đoàn phường|đoàn xã|đoàn thể|thành đoàn',
  'liên đoàn|liên đoàn lao động|công đoàn|cơ quan|tòa án|viện kiểm sát|kho bạc|bảo hiểm xã hội|ngân hàng|bộ phận|bộ phận một cửa|một cửa|pnv|uông bí|quảng ninh|hà nội|hạ long|việt nam',
)

/** Groups of people who are nobody by name. */
export const GROUPS = phrases(
  'tập thể|cả phòng|cả cơ quan|cả tổ|cả nhóm|cả đơn vị|cả đội|cả ban|cả trường|cả tập thể|cả|toàn thể|toàn bộ|toàn phòng|toàn cơ quan',
  'nhóm|nhóm tác giả|nhóm nghiên cứu|cộng sự|các cộng sự|đồng sự|đồng nghiệp|các|một số|những|mọi người|tất cả|tất cả mọi người|anh em|chị em',
  'cán bộ công chức|vân vân|v v|vv|người khác|những người khác|các bạn|các đồng chí|các anh chị|chúng tôi|chúng em|bọn em|ban lãnh đạo|vợ|chồng|gia đình|bạn bè',
)

/** What cuts a name off from what is said about the person. */
export const ABOUT = phrases(
  'bên|ở|thuộc|tại|của|hiện là|hiện đang|hiện|đang là|là|làm|làm ở|làm tại|làm việc tại|công tác tại|công tác|chịu trách nhiệm|phụ trách|cùng đơn vị',
)

/** Answers that give no name, as a whole. */
export const EVASIONS = phrases(
  'không|không có|không ai|không có ai|không biết|không rõ|không nhớ|không muốn nói|không ạ|ko|ko có|ko biết|k|k có|k biết|chưa|chưa có|chưa có ai',
  'chưa biết|chưa rõ|có|đồng ý|không đồng ý|được|ok|oke|okie|đúng|đúng rồi|sai|phải|rồi|xong|hết|y|n|yes|no|một mình|một mình tôi|một mình em',
  'chỉ có tôi|chỉ có em|chỉ tôi|chỉ mình tôi|chỉ có mình tôi|chỉ có mình em|làm một mình|tôi làm một mình|em làm một mình|tôi|em|mình|tớ',
  'danh sách kèm theo|theo danh sách|không có đồng tác giả|không có ai khác|không có tác giả khác|như lần trước|như trước|như năm ngoái|như kỳ trước|như lần trước nhé|vẫn như lần trước|giống lần trước|tên gì|ai|ai đó|bí mật|giữ bí mật|ẩn danh|như trên|như cũ|test|alo|hello|hi|chào|xin chào|cảm ơn|xin cảm ơn|giấu tên|để sau|bình thường',
)

/** Words of sentences. Some are given names too, so that they weigh only where they are many. */
export const SENTENCE = phrases(
  'không|ko|chưa|được|biết|đồng ý|ok|oke|xin|xin phép|phép|đăng ký|đăng kí|này|rồi|gì|sao|cho|hỏi|muốn|cần|sẽ|đang|đã|mà|thì|của|để|nhập|gửi|nộp',
  'chắc|hình như|có lẽ|có thể|là|ai|bận|họp|hôm nay|hôm qua|lúc khác|bây giờ|xem|đợi|chờ|khi nào|tên|các|những|vẫn|cũng|làm|nữa|nào|ơi|nhờ|giúp|đâu|vậy|phải|bao nhiêu|tại sao|vì sao|ghi|nhé|ạ|rất|quá|lắm',
)

/** Two people. «Cùng» and «Với» may be names: what stands on both sides decides. */
export const JOINERS = phrases('và|cùng|cùng với|với|và cùng|cùng các|kết hợp với|phối hợp với|hoặc|hay|hay là')

/** Fields of work that follow a post («Trưởng phòng Nội vụ»). */
export const FIELDS = phrases(
  'nội vụ|tài chính|kế hoạch|tài chính kế hoạch|tư pháp|văn hóa|văn hoá|thông tin|giáo dục|đào tạo|kinh tế|y tế|lao động|thương binh|tài nguyên',
  'môi trường|thanh tra|quản lý|quản lý đô thị|đô thị|tổ chức|tuyên giáo|dân vận|kiểm tra|địa chính|nông nghiệp|hành chính|thống kê|công thương',
  'dân tộc|khoa học|công nghệ|hạ tầng|xây dựng|xã hội|phụ nữ|nông dân|cựu chiến binh|thanh niên|quân sự|một cửa|chính trị|dân quân|tiếp dân',
)
