import { bareToo } from '../text.ts'

// What a clause beside the answer says where it holds this or that operator.

export const LATE = bareToo(/trễ|chậm|quá hạn/u)

/** «20 triệu, không tốn kinh phí» */
export const NO_COST = bareToo(
  /(?:không|ko|chưa|chẳng) (?:tốn|mất|dùng|sử dụng|chi)(?: đến| hết)? (?:kinh phí|tiền|chi phí)(?: nào| gì)?(?: ạ| nhé| đâu)*$/u,
)
/** «không phải thuê ngoài» */
export const HAD_NOT_TO = bareToo(/(?:không|ko|chẳng) phải (?!là|của|số|do|cái|như|chỉ)\p{L}+/u)

/** «không tính 5 hồ sơ đã rút», «đã trừ các hồ sơ rút»: the figure stands without them. */
export const LEFT_OUT = bareToo(
  /(?:không|ko) (?:tính|kể|gồm|bao gồm|cộng|đưa|thống kê)|(?:đã|có) trừ|khong (?:tinh|ke|gom|bao gom|cong)/u,
)
/** «nhờ chuyển sang văn bản điện tử», «năm ngoái chuyển sang» */
export const MOVES = bareToo(
  /(?:chuyển|đổi|dời|lùi|chuyen|doi) (?:sang|qua|từ|tu)|hoãn|gia hạn|thay đổi|điều chỉnh|dieu chinh|sửa (?:xong|chữa|nốt|(?:lại )?(?:cái|chiếc|ngôi|con đường) (?!này|đó|kia|số|câu|mục))/u,
)
export const NO_SLIP = bareToo(/(?:khỏi|tránh|không|chẳng|đỡ|sợ) (?:bị )?(?:nhầm|lộn)/u)
/** «bản giấy sẽ gửi sau», «cuộc thứ tư dự kiến tháng 5»: another thing that will come. */
export const LATER = bareToo(
  /(?:sẽ|định|dự kiến|chuẩn bị|sắp) (?:\p{L}+ )?(?:nộp|gửi|chuyển|trình|mang|đưa|in|họp|photo|scan)|(?:bản|giấy tờ|hồ sơ|văn bản|biên bản|quyết định|tờ trình|cuộc|đợt|lần|cờ|phòng họp)(?: \p{L}+){0,4} (?:sẽ|dự kiến|chuẩn bị|sắp)/u,
)
/** «còn chờ kho bạc», «còn bạn Tú ốm nên không đi», «còn mấy ý tưởng khác năm sau mới đăng ký» */
export const OTHERS = bareToo(/còn \p{L}+ \p{L}+|còn (?:chờ|đợi|đang)|(?:thiếu|hụt|bớt|dư|thừa)[^,;.]* so với/u)
export const NEXT =
  /nữa|chưa (?:kể|tính|gồm|bao gồm)|cần|phải|bổ sung|nợ|(?:^|\s)nua(?:\s|$)|chua (?:ke|tinh|gom|bao gom)|bo sung/u
/** «sang quý sau phường phấn đấu thêm» */
export const AIMS_ON = bareToo(
  /(?:quý|năm|tháng|kỳ) (?:sau|tới|này)? ?[^,;.]*(?:phấn đấu|cố gắng|đặt mục tiêu)|(?:phấn đấu|mục tiêu|cố gắng)[^,;.]*(?:thêm|cả năm|cuối năm|năm sau|quý sau|tới)/u,
)
/** «cái thứ tư chưa làm xong», «phường khác chưa có»: said of another one. */
export const OF_ANOTHER = bareToo(
  /(?:^|\s)(?:cái|việc|mục|mô hình|sáng kiến|giải pháp|hồ sơ|phường|đơn vị|tổ|khu|trường|cuộc|bài) (?:thứ|kia|khác)(?:\s|$)/u,
)
/** «6/9, mấy nơi kia xin lùi» */
export const OF_THE_REST = bareToo(
  /^[\s,;.]*(?:còn )?(?:mấy|các|những) (?:\p{L}+ ){1,2}(?:kia|khác|còn lại|chưa làm) /u,
)
export const NOT_YET = bareToo(/^(?:chưa|không) /u)
/** «0 đồng, nguồn này chưa được giao» */
export const GIVEN = bareToo(/chưa được (?:giao|cấp)/u)
/** «muốn làm thêm nhưng chưa có kinh phí» */
export const WISHED = bareToo(/(?:^|\s)(?:muốn|mong|định|xin|sẽ)\s/u)
/** «tức 12,5 tỷ trong tổng 20 tỷ» */
export const OF_ALL = bareToo(/(?:trong|trên) tổng/u)
/** «còn nơi khác chưa gửi»: the share itself is not whole. */
export const UNCOUNTED = bareToo(
  /khác chưa|chưa (?:gửi|báo|có số|tổng hợp|nộp|kể|tính|gồm|bao gồm)|thiếu (?:số|báo cáo|của|phường|tổ|đơn vị|khu)/u,
)

/** «12 mô hình, mà em quên không tính khu 5» */
export const FORGOT_TO_COUNT = bareToo(
  /(?:^|\s)quên (?:mất )?(?:không |chưa )?(?:tính|kể|cộng|gộp|đếm|trừ|đưa|ghi)(?:\s|$)/u,
)
/** «vì không đếm được nên ghi 40» */
export const NOT_LEARNT = bareToo(
  /(?:^|\s)(?:đếm|tính|xem|tra|đo|biết|nắm|nhớ|rõ|xác định|thống kê|tổng hợp|kiểm tra|báo|gửi|cho số|có số)(?:\s|$)/u,
)

/** «215 triệu, chưa có thuế» */
export const WITHOUT_TAX = bareToo(/(?:chưa|không)(?: có| gồm| bao gồm| tính| cộng){1,2} (?:thuế|vat|phí)(?:\s|$)/u)

/** «bọn em sẽ cố gắng hơn ở quý sau» */
export const NEXT_TIME = bareToo(
  /sẽ (?:cố gắng|phấn đấu|nỗ lực|cố)[^,;.]* (?:quý|năm|kỳ|tháng|lần|đợt) (?:sau|tới)(?:\s|$)/u,
)

/** «gần xong rồi, 97%» */
export const NEARLY_DONE = bareToo(
  /^[\s,;.]*(?:dạ |vâng |cũng |thì )*(?:gần|sắp) (?:xong|hết|hoàn thành)(?: (?:rồi|hết|cả|chị|anh|em|ạ))*$/u,
)
