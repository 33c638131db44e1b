import { Lexicon } from '../lexicon.ts'

/** Things that are counted. */
export const NOUNS = new Lexicon([
  [
    true,
    'người|phần việc|phần quà|phần mềm|cán bộ|công chức|viên chức|đơn vị|phòng|ban|hồ sơ|hs|văn bản|vb|sáng kiến|sk|giải pháp|gp|mô hình|mh|cách làm|cách làm hay|thủ tục|thủ tục hành chính|tthc|tt|dịch vụ|dịch vụ công|lượt|lượt người|buổi|lớp|cuộc|cái|bài|bài viết|bài báo|tin|tin bài|tác phẩm|ảnh|video|clip|tập thể|cá nhân|đảng viên|hộ|hộ gia đình|tổ|khu phố|khu|phường|xã|trường|điểm|ngày|quyết định|báo cáo|chỉ tiêu|tiêu chí|lần|trang|bản|phiếu|đề tài|đề án|dự án|công trình|hội nghị|hội thi|ý kiến|phản ánh|kiến nghị|nhiệm vụ|đồng chí|công việc|việc|cuộc họp|cuộc kiểm tra|suất|giấy khen|bộ|mục|trường hợp|đoàn viên|hội viên|nam giới|giao dịch|cbcc|ccvc|cb|cc|vc|đv|máy|máy tính|đội|cháu|chiếc|quầy|kế hoạch|kh|tờ trình|thông báo|công văn|sản phẩm|phần mềm|đợt|khóa|nhóm|phường xã|phường thị trấn|nữ|nam|vụ|vụ việc|tờ|tờ gấp|tờ rơi|quyển|cuốn|đại biểu|đơn|đơn thư|biên lai|học sinh|giáo viên|phụ huynh|trẻ|bệnh nhân|doanh nghiệp|hộ kinh doanh|tài khoản|máy quét|câu hỏi|nghị quyết|chỉ thị|kết luận|giấy phép|giấy chứng nhận|tiểu phẩm|tiết mục|thí sinh|bài thi|bài dự thi|hợp đồng|thôn|thôn bản|khu dân cư|tổ dân phố|mầm non|tiểu học|thcs|tồn tại|hạn chế|vấn đề|nội dung|biểu mẫu|lĩnh vực|điểm cầu|bác sĩ|bác sỹ|y sĩ|y tá|điều dưỡng|kỹ sư|nhân viên|làng nghề|làng văn hóa|mẫu đơn|mẫu biểu|đồ dùng|phần thi|giờ dạy',
  ],
])

/** Said around a figure, and nothing of it: a figure behind one of them belongs to the question. */
export const FILLERS = new Lexicon([
  [
    true,
    'sau cắt còn|sau giảm còn|sau đó còn|sau điều chỉnh|sau điều chỉnh là|sau điều chỉnh còn|cắt còn|cắt xuống còn|giảm còn|giảm xuống còn|tụt còn|tụt xuống còn|rớt còn|hạ xuống còn|rút xuống còn|tăng lên thành|nâng lên thành|đủ|hết|hết thảy|hết cả|đủ cả|có đủ|đã đủ|đạt đủ|ạ|dạ|vâng|nhé|nhá|nha|thưa|em|anh|chị|tôi|mình|bạn|ơi|là|được|đc|dc|đạt|có|tổng|tổng số|tổng cộng|số lượng|số|cả thảy|tất cả|gồm|bao gồm|đã|xong|rồi|r|hoàn thành|hoàn tất|thực hiện|hiện|hiện có|hiện tại|hiện nay|nay|tỷ lệ|tỉ lệ|tỷ lệ đạt|tỷ lệ phần trăm|kết quả|kết quả là|mới|mới được|mới đạt|mới có|chỉ|chỉ có|thôi|so với kế hoạch|tiến độ|giải ngân|gn|số tiền|vốn|kinh phí|giá trị|đơn vị em|đơn vị tôi|bên em|phòng em|đội mình|đội tôi|chốt|chốt lại|chốt là|bên|báo cáo|báo|xin|xin báo cáo|luôn|toàn bộ|điểm số|tổng điểm|làm|của|cho|con số|nộp|thu|chi|vậy|đăng ký|ban hành|tiếp nhận|giải quyết|công nhận|được công nhận|tổ chức|triển khai|viết|đăng|gửi|trả|đúng hạn|cụ thể|cụ thể là|kế hoạch vốn|khv|lũy kế|luỹ kế|lk|vốn giao|thanh toán|quyết toán|và|với|cùng|hôm|ngày ký|lúc|vào|thì|theo|tại|ở|trong|phát sinh|tuyên truyền|kiểm tra|số hóa|nhận|xếp|đứng|xếp hạng|chào|xin chào|cảm ơn|cám ơn|kính gửi|thứ hạng|trực tuyến|đúng|chắc chắn|chắc chắn là|vẫn|cũng|đều|các|những|này|đó|đấy|nhớ|hết á|luôn á|á nha|á nhé|alo|hi|dùng|sử dụng|qua mạng|thông qua|vừa|vừa qua|đã qua|đầu|bắt đầu|kết thúc|áp dụng|thành|tồn tại|vỏn vẹn|phần trăm là|tỷ lệ là|tỉ lệ là|bạc|trơn|vừa rồi|chớ|nghen|nhen|nè|giờ chỉ còn|nay chỉ còn|tham gia|tham dự|toàn trình|câu này|mục này|ô này|điền|ghi|nhập|kể cả',
  ],
])

/** Phrases in which a numeral, a scale or an operator is none. */
export const FIXED_PHRASES = new Lexicon([
  [
    true,
    'công bố|văn thư|định danh|tài khoản định danh|lên toàn trình|lên trực tuyến|lên mạng|lên hệ thống|lên cổng|công|giải nhất|giải nhì|giải ba|trật tự|mầm non|người già|đầu tư|đầu tư công|tư pháp|tư vấn|tư tưởng|tư nhân|thông tư|công tư|định cư|sắp hưu|sắp nghỉ hưu|sắp về hưu|tết nhất|tạm ổn|chắc luôn|lên trang|lên sóng|lên báo|lên bài|lên loa|cử tri|bầu cử|ứng cử|đề cử|cư dân|cư trú|một lát|một lúc|một hồi|một mình|một tay|một thể|một mạch|một loạt|một thời gian|1 cửa|một cửa|một số|một cửa điện tử|một cửa liên thông|một lần nữa|một trong|ba lô|việt nam|viet nam|nam khê|phương nam|quảng nam|hà nam|triệu tập|vạn sự|ngân sách|ngân hàng|ngan sach|ngan hang|ngân quỹ|kho bạc|trên địa bàn|trên toàn|trên cả|trên cổng|trên trang|trên mạng|trên hệ thống|trên cơ sở|trên đây|trên web|trên internet|trên môi trường|trên tinh thần|dưới sự|cơ bản là|không những|hệ thống|trong kỳ|hàng năm|hằng năm|thống nhất|duy nhất|mới nhất|cao nhất|tốt nhất|lên kế hoạch|hướng dẫn|liên thông|thành phố|thành ủy|thành lập|thành viên|thành tích|thành công|hoàn thành|xây dựng|nông thôn mới|bằng khen|bằng cấp|bằng hình thức|bằng văn bản|cộng đồng|cộng tác viên|cộng tác|đồng chí|đồng bộ|đồng thời|hội đồng|hợp đồng|đồng ý|đồng tình|lao động|người lao động|hành động|đổi mới|sửa chữa|giảm nghèo|bổ nhiệm|tăng cường|thêm vào đó|còn hạn|sau đây|trước hạn|trước và đúng hạn|đúng và trước hạn|trước hạn và đúng hạn|đúng hạn và trước hạn|chuyển đổi số|chuyển đổi|thay mặt|độc lập|chế độ|tiến độ|trình độ|mức độ hài lòng|ước mơ|trong sạch|cả nước|hội chữ thập đỏ|đầu tiên|công nghệ|không gian|không khí|cách làm hay|hộ nghèo|hai chiều|hai bên|ba bên|bốn bên|một chiều|một mặt|mặt khác|một phần nhỏ|trách nhiệm|hai mặt|năm học|chứng thực|chứng nhận|chứng từ|chứng minh|định kỳ|quy định|nhất định|ổn định|xác định|quyết định số|định hướng|nghị định|giám định|thẩm định|chỉ định|kiên định|mục tiêu quốc gia|tiết giảm|ngoài ra|bên ngoài|gần đây|ban đầu|từng bước|ta đã|chúng ta|người ta|cơ cấu lại|nói không|cuối cùng|tổng hợp|quốc gia|quá trình|kết cấu|thu hút|phòng chống|hơn nữa|độ tuổi|chưng bày|đợt này|lần này|quy trình|cảm ơn nhiều|cảm ơn anh nhiều|cảm ơn chị nhiều|cảm ơn em nhiều|cám ơn nhiều|cám ơn anh nhiều|cám ơn chị nhiều|gửi sau|nộp sau|bổ sung sau|báo cáo sau|như sau|nắm chắc|chắc chắn|yên tâm|cơ quan|cơ sở|hơn hết|phần việc|phần mềm|nhờ bà con|bà con|có gì anh|có gì chị|thông cảm|cảm phiền|tốt lành|giao dịch|bàn giao|giao ban|giao lưu|giao thông|cần cù|yêu cầu của|nghiệm thu|sáp nhập|công khai|nhiều nhiều|tài chính - kế hoạch|tài chính kế hoạch|tài chính và kế hoạch|không hơn không kém|thiếu nhi|thiếu niên|chúng tôi|thay đổi nhân sự|thay đổi lãnh đạo|thay đổi cán bộ|cuối tuần vui vẻ|ngày mới tốt lành|buổi sáng tốt lành|ngày làm việc hiệu quả|mong anh|mong chị|mong sếp|không dùng tiền mặt|không tiền mặt|không giấy tờ|không giấy|không chuyên trách|tạm ứng|tạm trú|tạm vắng|tính trên|liên hoan|nghĩ ra|suy nghĩ|bây giờ|trung tâm|quan tâm|điện tử|tự chủ|tự động|tự viết|tự làm|tự cân đối|tự nguyện|tự đánh giá|tự chấm|trạm y tế|trạm|đề nghị khen thưởng|đề nghị công nhận|đề nghị xét|xin ý kiến|cho ý kiến|chuyển sau|in sau|trình sau|mang sau|thanh toán sau|chốt sau|kế hoạch năm|dự toán năm|kế hoạch cả năm|chỉ tiêu năm|phiếu khảo sát|sửa xong|điều chỉnh xong|đổi xong|điểm trung bình|điểm bình quân|một chút|một ít|một tí|chút ít|ý tưởng|sửa đổi|sửa đổi bổ sung|cộng lại ra|cộng lại được|cộng ra|dư luận|thừa lệnh|thừa ủy quyền|cứ ghi|cứ lấy|cứ để|cứ điền|cứ nhập|cứ báo|cứ tính|báo lên|báo cáo lên|gửi lên|trình lên|nộp lên|đưa lên|đăng lên|tải lên|chuyển lên|đoàn thanh niên|đoàn trường|đoàn phường|đoàn kiểm tra|đoàn thanh tra|công đoàn|công an|công nhân|công trình|công tác|công ty|công sức|cán bộ trẻ|người trẻ|tuổi trẻ|sửa trụ sở|sửa nhà|sửa phòng|sửa máy|sửa mái|sửa đường|sửa cổng|sửa hội trường|sửa trường|sửa lớp|tiền sửa|tự mình|từ từ|cộng tay|nhũng nhiễu|nội bộ|bộ phận|trụ sở|được chuyển đến|được gửi đến|vận động|vận hành|vận chuyển|cho chắc|tuyệt đối|phấn đấu và đã|cố gắng và đã|quyết tâm và đã|ít mà chắc|chậm mà chắc|ít mà chất|sau khi bổ sung thì|sau khi điều chỉnh thì|nhẩm cho|nhẩm tính|nhẩm ra|nhẩm nhanh|tính nhẩm|ngay sau lễ|ngay sau giao ban|ngay sau chào cờ|ngay sau buổi|ngay sau giờ|nghĩ kỹ|nghĩ kĩ|cân nhắc kỹ|1 mình|chính quyền 2 cấp|chính quyền hai cấp|2 cấp|hai cấp|ba mẹ|ba má|bốn bề|tám chuyện|4 tại chỗ|bốn tại chỗ|một hai hôm|một hai bữa|1 2 hôm|làm việc 24 / 7|trực 24 / 7|hoạt động 24 / 7|phục vụ 24 / 7|mở cửa 24 / 7|hỗ trợ 24 / 7',
  ],
])

/** Behind a figure they make it another one than it looks, or one of another kind. */
export const ODD_UNITS = new Lexicon([
  [
    true,
    'usd|đô|đô la|dollar|euro|lít|chai|vé|lạng|cây|tá|m2|m|km|kg|ha|phần|phút|giây|tuổi|năm|giờ|x|pt|tạ|tấn|bậc|o|e|sào|mẫu|lần trở',
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
