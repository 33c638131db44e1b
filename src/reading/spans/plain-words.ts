import { Lexicon } from '../lexicon.ts'

/** Things that are counted. */
export const NOUNS = new Lexicon([
  [
    true,
    [
      'ban|biên lai|biểu mẫu|buổi|bài|bài báo|bài dự thi|bài thi|bài viết|bác sĩ|bác sỹ|báo cáo|bản|bản sao',
      'bệnh nhân|bộ|cb|cbcc|cc|ccvc|chiếc|cháu|chỉ thị|chỉ tiêu|chứng thư|chứng thư số|chữ ký số|clip|cuốn|cuộc',
      'cuộc họp|cuộc kiểm tra|cá nhân|cách làm|cách làm hay|cái|cán bộ|câu hỏi|công chức|công trình|công việc',
      'công văn|doanh nghiệp|dịch vụ|dịch vụ công|dự án|giao dịch|giáo viên|giải pháp|giấy chứng nhận|giấy khen',
      'giấy phép|giờ dạy|gp|hs|hạn chế|học sinh|hồ sơ|hộ|hộ gia đình|hộ kinh doanh|hội nghị|hội thi|hội viên',
      'hợp đồng|kh|khu|khu dân cư|khu phố|khóa|kiến nghị|kế hoạch|kết luận|kỹ sư|làng nghề|làng văn hóa',
      'lĩnh vực|lượt|lượt người|lần|lớp|mh|máy|máy quét|máy tính|mô hình|mầm non|mẫu biểu|mẫu đơn|mục|nam',
      'nam giới|nghị quyết|ngày|người|nhiệm vụ|nhân viên|nhóm|nội dung|nữ|phiếu|phòng|phường|phường thị trấn',
      'phường xã|phản ánh|phần mềm|phần quà|phần thi|phần việc|phụ huynh|quyết định|quyển|quầy|sk|suất',
      'sáng kiến|sản phẩm|thcs|thí sinh|thôn|thôn bản|thông báo|thẻ bảo hiểm|thẻ căn cước|thủ tục',
      'thủ tục hành chính|tin|tin bài|tiêu chí|tiết mục|tiểu học|tiểu phẩm|trang|trường|trường hợp|trẻ|tt|tthc',
      'tài khoản|tác phẩm|tập thể|tồn tại|tổ|tổ dân phố|tờ|tờ gấp|tờ rơi|tờ trình|vb|vc|video|viên chức|việc',
      'văn bản|vấn đề|vụ|vụ việc|xã|y sĩ|y tá|ý kiến|điều dưỡng|điểm|điểm cầu|đoàn viên|đv|đơn|đơn thư|đơn vị',
      'đại biểu|đảng viên|đề tài|đề án|đồ dùng|đồng chí|đội|đợt|ảnh',
    ].join('|'),
  ],
])

/** Said around a figure, and nothing of it: a figure behind one of them belongs to the question. */
export const FILLERS = new Lexicon([
  [
    true,
    [
      'alo|anh|ban hành|bao gồm|báo|báo cáo|bên|bên em|bạc|bạn|bắt đầu|chi|cho|chào|chắc chắn|chắc chắn là|chỉ',
      'chỉ có|chị|chốt|chốt là|chốt lại|chớ|con số|các|cám ơn|câu này|có|có đủ|công nhận|cùng|cũng|cả thảy|cảm ơn',
      'cắt còn|cắt xuống còn|cụ thể|cụ thể là|của|dc|dùng|dạ|em|ghi|giá trị|giải ngân|giải quyết|giảm còn',
      'giảm xuống còn|giờ chỉ còn|gn|gồm|gửi|hi|hiện|hiện có|hiện nay|hiện tại|hoàn thành|hoàn tất|hôm|hạ xuống còn',
      'hết|hết cả|hết thảy|hết á|khv|kinh phí|kiểm tra|kính gửi|kế hoạch vốn|kết quả|kết quả là|kết thúc|kể cả|lk',
      'vị chi|đúng ra|luôn|luôn á|luỹ kế|là|làm|lúc|lũy kế|mình|mới|mới có|mới được|mới đạt|mục này|nay|nay chỉ còn|nghen|ngày ký',
      'nha|nhen|nhá|nhé|nhận|nhập|nhớ|những|này|nâng lên thành|nè|nộp|phát sinh|phòng em|phần trăm là|qua mạng',
      'quyết toán|r|rút xuống còn|rồi|rớt còn|sau cắt còn|sau giảm còn|sau điều chỉnh|sau điều chỉnh còn',
      'sau điều chỉnh là|sau đó còn|so với kế hoạch|số|số hóa|số lượng|số tiền|sử dụng|tham dự|tham gia|thanh toán',
      'theo|thu|thành|thì|thôi|thông qua|thưa|thứ hạng|thực hiện|tiến độ|tiếp nhận|toàn bộ|toàn trình|triển khai',
      'trong|trơn|trả|trực tuyến|tuyên truyền|tôi|tăng lên thành|tại|tất cả|tỉ lệ|tỉ lệ là|tồn tại|tổ chức|tổng',
      'tổng cộng|tổng số|tổng điểm|tụt còn|tụt xuống còn|tỷ lệ|tỷ lệ là|tỷ lệ phần trăm|tỷ lệ đạt|viết|và|vào|vâng',
      'vẫn|vậy|vỏn vẹn|vốn|vốn giao|với|vừa|vừa qua|vừa rồi|xin|xin báo cáo|xin chào|xong|xếp|xếp hạng|á nha|á nhé',
      'áp dụng|ô này|đc|điền|điểm số|đã|đã qua|đã đủ|đó|đúng|đúng hạn|đăng|đăng ký|đơn vị em|đơn vị tôi|được',
      'được công nhận|đạt|đạt đủ|đấy|đầu|đều|đội mình|đội tôi|đủ|đủ cả|đứng|ơi|ạ|ở',
    ].join('|'),
  ],
])

/** Phrases in which a numeral, a scale or an operator is none. */
export const FIXED_PHRASES = new Lexicon([
  [
    true,
    [
      '1 2 hôm|1 cửa|1 mình|2 cấp|4 tại chỗ|ba bên|ba lô|ba má|ba mẹ|ban đầu|buổi sáng tốt lành|bà con|bàn giao',
      'báo cáo lên|báo cáo sau|báo lên|bây giờ|bên ngoài|bầu cử|bằng cấp|bằng hình thức|bằng khen|bằng văn bản',
      'bốn bên|bốn bề|bốn tại chỗ|bổ nhiệm|bổ sung sau|bộ phận|cao nhất|cho chắc|cho ý kiến|chuyển lên|chuyển sau',
      'chuyển đổi|chuyển đổi số|chính quyền 2 cấp|chính quyền hai cấp|chúng ta|chúng tôi|chút ít|chưng bày',
      'chậm mà chắc|chắc chắn|chắc luôn|chế độ|chỉ tiêu năm|chỉ định|chốt sau|chợ 0 đồng|chứng minh|chứng nhận',
      'chứng thực|chứng từ|con số không|cuối cùng|cuối tuần vui vẻ|cách làm hay|cách mạng tháng 8',
      'cách mạng tháng mười|cách mạng tháng tám|cám ơn anh nhiều|cám ơn chị nhiều|cám ơn nhiều|cán bộ trẻ',
      'cân nhắc kỹ|còn hạn|có gì anh|có gì chị|công|công an|công bố|công khai|công nghệ|công nhân|công sức',
      'công trình|công ty|công tác|công tư|công đoàn|cơ bản là|cơ cấu lại|cơ quan|cơ sở|cư dân|cư trú|cả nước',
      'cảm phiền|cảm ơn anh nhiều|cảm ơn chị nhiều|cảm ơn em nhiều|cảm ơn nhiều|cần cù|cố gắng và đã|cộng lại ra',
      'cộng lại được|cộng ra|cộng tay|cộng tác|cộng tác viên|cộng đồng|cứ báo|cứ ghi|cứ lấy|cứ nhập|cứ tính|cứ điền',
      'cứ để|cử tri|cửa hàng 0 đồng|duy nhất|dư luận|dưới sự|dự toán năm|gian hàng 0 đồng|giao ban|giao dịch',
      'giao lưu|giao thông|giám định|giải ba|giải nhì|giải nhất|giảm nghèo|gần đây|gửi lên|gửi sau|hai bên',
      'hai chiều|hai cấp|hai mặt|hoa mai|hoàn thành|hoạt động 24 / 7|hà nam|hàng năm|hành động|hơn hết|hơn nữa',
      'hướng dẫn|hằng năm|hệ thống|hỗ trợ 24 / 7|hộ nghèo|hội chữ thập đỏ|hội đồng|hợp đồng|in sau|kho bạc',
      'không chuyên trách|không dùng tiền mặt|không gian|không giấy|không giấy tờ|không hơn không kém|không khí',
      'không những|không tiền mặt|kiên định|kế hoạch cả năm|kế hoạch năm|kết cấu|lao động|liên hoan|liên thông',
      'làm việc 24 / 7|lên bài|lên báo|lên cổng|lên hệ thống|lên kế hoạch|lên loa|lên mạng|lên sóng|lên toàn trình',
      'lên trang|lên trực tuyến|lần này|mang sau|mong anh|mong chị|mong sếp|mầm non|mặt khác|một chiều|một chút',
      'một chút nữa|một công đôi việc|một cửa|một cửa liên thông|một cửa điện tử|một hai bữa|một hai hôm',
      'một hôm nào|một hồi|một loạt|một lát|một lát nữa|một lúc|một lúc nữa|một lần nữa|một mình|một mạch|một mặt',
      'một ngày gần|một ngày nào|một phần nhỏ|một số|một tay|một thể|một thời gian|một trong|một trong ba',
      'một trong hai|một trong những|một tí|một tí nữa|một ít|mới nhất|mở cửa 24 / 7|mục tiêu quốc gia',
      'mức độ hài lòng|nam khê|ngan hang|ngan sach|ngay sau buổi|ngay sau chào cờ|ngay sau giao ban|ngay sau giờ',
      'ngay sau lễ|nghiệm thu|nghĩ kĩ|nghĩ kỹ|nghĩ ra|nghị định|ngoài ra|ngày làm việc hiệu quả|ngày mới tốt lành',
      'ngân hàng|ngân quỹ|ngân sách|người già|người lao động|người ta|người trẻ|nhiều nhiều|nhũng nhiễu|như sau',
      'nhất trí|nhất định|nhẩm cho|nhẩm nhanh|nhẩm ra|nhẩm tính|nhờ bà con|nói không|nông thôn mới',
      'năm cùng tháng tận|năm hết tết đến|năm học|năm tháng|năm tháng qua|nắm chắc|nội bộ|nộp lên|nộp sau|nửa chừng',
      'phiên chợ 0 đồng|phiếu khảo sát|phòng chống|phương nam|phấn đấu và đã|phần mềm|phần việc|phục vụ 24 / 7',
      'quan tâm|quy trình|quy tắc 5k|quy định|quyết tâm và đã|quyết định số|quá trình|quảng nam|quốc gia',
      'sau khi bổ sung thì|sau khi điều chỉnh thì|sau đây|siêu thị 0 đồng|suy nghĩ|sáp nhập|sắp hưu|sắp nghỉ hưu',
      'sắp về hưu|sửa chữa|sửa cổng|sửa hội trường|sửa lớp|sửa mái|sửa máy|sửa nhà|sửa phòng|sửa trường|sửa trụ sở',
      'sửa xong|sửa đường|sửa đổi|sửa đổi bổ sung|ta đã|thanh toán sau|thay mặt|thay đổi cán bộ|thay đổi lãnh đạo',
      'thay đổi nhân sự|thiếu nhi|thiếu niên|thu hút|thành công|thành lập|thành phố|thành tích|thành viên|thành ủy',
      'thêm vào đó|thông cảm|thông tư|thẩm định|thống nhất|thừa lệnh|thừa ủy quyền|tiến độ|tiết giảm|tiền sửa',
      'triệu tập|trong kỳ|trong sạch|trung tâm|trách nhiệm|trên cơ sở|trên cả|trên cổng|trên hệ thống|trên internet',
      'trên môi trường|trên mạng|trên tinh thần|trên toàn|trên trang|trên web|trên đây|trên địa bàn|trình lên',
      'trình sau|trình độ|trước hạn|trước hạn và đúng hạn|trước và đúng hạn|trạm|trạm y tế|trật tự|trụ sở',
      'trực 24 / 7|tuyệt đối|tuổi trẻ|tài chính - kế hoạch|tài chính kế hoạch|tài chính và kế hoạch',
      'tài khoản định danh|tám chuyện|tính nhẩm|tính trên|tăng cường|tư nhân|tư pháp|tư tưởng|tư vấn|tạm trú',
      'tạm vắng|tạm ổn|tạm ứng|tải lên|tết nhất|tốt lành|tốt nhất|tổng hợp|từ từ|từng bước|tự chấm|tự chủ',
      'tự cân đối|tự làm|tự mình|tự nguyện|tự viết|tự đánh giá|tự động|viet nam|việt nam|văn thư|vạn sự|vận chuyển',
      'vận hành|vận động|xin ý kiến|xác định|xây dựng|yên tâm|yêu cầu của|ít mà chất|ít mà chắc|ý tưởng',
      'điều chỉnh xong|điểm bình quân|điểm trung bình|điện tử|đoàn kiểm tra|đoàn phường|đoàn thanh niên',
      'đoàn thanh tra|đoàn trường|đúng hạn và trước hạn|đúng và trước hạn|đăng lên|đưa lên|được chuyển đến',
      'được gửi đến|đầu tiên|đầu tư|đầu tư công|đề cử|đề nghị công nhận|đề nghị khen thưởng|đề nghị xét|định cư',
      'định danh|định hướng|định kỳ|đồng bộ|đồng chí|đồng nhất|đồng thời|đồng tình|đồng ý|đổi mới|đổi xong|độ tuổi',
      'độc lập|đợt này|ước mơ|ổn định|ứng cử',
      'nhất thời|nhì nhằng|hợp nhất|thôi à|thu nợ|thu hồi nợ|nợ đọng|nợ thuế|sạch sẽ|giảm chi|văn phòng|đoàn kết|đại đoàn kết|xin lỗi|thư xin lỗi',
    ].join('|'),
  ],
])

/** Behind a figure they make it another one than it looks, or one of another kind. */
export const ODD_UNITS = new Lexicon([
  [
    true,
    'usd|đô|đô la|dollar|euro|lít|chai|vé|lạng|cây|tá|m2|m|km|kg|ha|phần|phút|giây|tuổi|năm|giờ|x|pt|tạ|tấn|bậc|o|e|sào|mẫu|lần trở|cân|ly|thùng|viên thuốc|bữa|ký tự|chữ|won|độ c|° c',
  ],
])

export const DONG = new Lexicon([
  [true, 'đồng|đ|vnđ|vnd|việt nam đồng|đồng chẵn|đồng tiền chẵn|chẵn|d|vnd đồng|trđồng'],
])
export const PERCENT_WORDS = new Lexicon([
  [true, 'phần trăm|điểm phần trăm|điểm %|phần chăm|fần trăm|phan tram|phantram|phầntrăm'],
])

/** Beside a figure they say that there is nothing of it. */
export const YES_WORDS = new Lexicon([[true, 'đã|có|rồi|xong|đã xong|đã có|đúng']])
