/** What people say before and behind an answer and that says nothing of it. Written without a look at the words that the readers know. */
export const greetings = [
  ...[
    'Dạ',
    'Dạ thưa anh',
    'Dạ chị ơi',
    'Em chào chị ạ',
    'Chào trợ lý',
    'Anh ơi',
    'Alo',
    'Kính gửi Phòng Nội vụ',
    'Thưa đồng chí',
  ],
  ...['Báo cáo sếp', 'Em xin phép báo cáo', 'Bên em báo nhanh', 'Em gửi ạ', 'Kính thưa lãnh đạo', 'Xin chào', 'Vâng'],
  ...[
    'Dạ em xin lỗi trả lời muộn',
    'Em vừa họp xong',
    'Chúc anh buổi sáng tốt lành',
    'Hi anh',
    'Dạ em đây ạ',
    'Em nghe ạ',
  ],
  ...[
    'Em báo cáo lại ạ',
    'Dạ em xin trả lời',
    'Nhờ anh ghi giúp',
    'Chị ghi hộ em',
    'Em điền nhé',
    'Kính chuyển anh',
    'Cho em gửi số liệu',
  ],
  ...[
    'Trả lời',
    'Nội dung trả lời',
    'Đơn vị xin báo cáo như sau',
    'Xin phúc đáp',
    'Thay mặt cơ quan em xin gửi',
    'E gửi a',
  ],
]

export const closings = [
  ...[
    'ạ',
    'ạ.',
    'nhé',
    'nha chị',
    'anh nhé',
    'ạ, em cảm ơn',
    'em cảm ơn ạ',
    'Trân trọng.',
    'thôi ạ',
    'nha',
    'hen',
    'đó anh',
    'đấy ạ',
  ],
  ...[
    'chị ghi giúp em với',
    'anh xem giúp em',
    'nhờ anh kiểm tra lại giúp em',
    'em báo cáo ạ',
    'em xin hết',
    'hết ạ',
    'vậy thôi anh',
  ],
  ...[
    'Chúc chị cuối tuần vui vẻ',
    'Em cám ơn anh nhiều nhiều',
    'thế thôi nhé',
    'là hết ạ',
    'nghe anh',
    'luôn ạ',
    'em nhé',
  ],
  ...[
    'có gì anh nhắn em',
    'Thân ái',
    'đó nghen',
    'em gửi ạ',
    'mong anh thông cảm',
    'phiền anh quá',
    'ok anh nhé',
    'rứa thôi',
    'hí',
  ],
]

/** Who has it, and by which paper, when: other facts that stand before the answer. */
export const places = [
  ...[
    'phường em',
    'UBND phường Quang Trung',
    'đơn vị em',
    'bên em',
    'Phòng Tài chính - Kế hoạch',
    'Trường THCS Nguyễn Trãi',
    'bộ phận một cửa',
  ],
  ...[
    'Ban quản lý dự án',
    'Trạm Y tế xã',
    'Hội Phụ nữ phường',
    'Đoàn Thanh niên',
    'cả cơ quan',
    'chỗ em',
    'xã nhà',
    'cơ quan tôi',
    'tổ em',
  ],
  ...[
    'bên Tư pháp',
    'văn phòng',
    'toàn phường',
    'trên địa bàn',
    'bên mình',
    'phòng mình',
    'thư viện',
    'Đội Quản lý trật tự',
    'nhà văn hóa',
  ],
]

export const times = [
  ...[
    'tháng này',
    'kỳ này',
    'từ đầu năm đến nay',
    'tính đến hôm nay',
    'đến hết tháng 8',
    '6 tháng đầu năm',
    'tính đến 30/9/2024',
    'trong quý III',
  ],
  ...[
    'lũy kế',
    'luỹ kế từ đầu năm',
    'tới thời điểm này',
    'năm nay',
    'tháng 9',
    'tính đến 17h ngày 19/9',
    'trong năm 2024',
    'tuần vừa rồi',
    'đến giờ',
  ],
  ...[
    'cho đến nay',
    'hiện nay',
    'hiện tại',
    'tính tới cuối tháng 8/2024',
    'đợt này',
    'trong kỳ báo cáo',
    'quý 3/2024',
    '9 tháng đầu năm 2024',
    'lúc này',
  ],
]

export const papers = [
  ...[
    'theo báo cáo số 45/BC-UBND',
    'theo QĐ 1234/QĐ-UBND ngày 5/3/2024',
    'căn cứ KH 114/KH-UBND',
    'theo công văn 89/UBND-NV',
    'theo biểu 02',
  ],
  ...[
    'theo phụ lục 1',
    'theo số liệu của Kho bạc',
    'theo phần mềm',
    'theo Nghị quyết số 05-NQ/TU',
    'theo biểu mẫu số 3',
    'căn cứ Tờ trình 12/TTr-UBND',
  ],
]

export const asked = [
  'C13:',
  'chỉ tiêu C07:',
  'Câu 5:',
  'câu hỏi 4 thì',
  'mục 3:',
  'tiêu chí 2.1:',
  'C02 -',
  'Nội dung 2:',
  'Ý 3:',
  'câu số 8:',
]

/** What is told behind an answer and leaves it as it is. */
export const remarks = [
  ...[
    'em đã gửi file kèm theo',
    'có danh sách kèm theo',
    'chi tiết em gửi mail',
    'số liệu chính thức',
    'đã được lãnh đạo ký',
    'trên phần mềm',
  ],
  ...[
    'đã cập nhật trên hệ thống',
    'chị Hằng tổng hợp',
    'anh Tuấn cung cấp số liệu',
    'đã đối chiếu với Kho bạc',
    'em kiểm tra kỹ rồi',
    'số này chuẩn rồi',
  ],
  ...[
    'đã báo cáo Chủ tịch',
    'lãnh đạo thống nhất',
    'em có ảnh minh chứng',
    'hồ sơ lưu tại văn phòng',
    'đã niêm yết công khai',
    'bà con phấn khởi lắm',
  ],
  ...[
    'mong anh ghi nhận',
    'đăng trên cổng thông tin',
    'có biên bản',
    'em lấy từ sổ theo dõi',
    'cái này em nắm chắc',
    'do phòng Kinh tế theo dõi',
  ],
  ...[
    'phát sóng trên loa',
    'dân đồng tình cao',
    'trời nắng quá',
    'em sẽ nộp bản giấy',
    'anh cứ yên tâm',
    'hôm qua họp chốt',
  ],
]

export const reasons = [
  ...[
    'do mưa bão nên chậm',
    'vì thiếu kinh phí',
    'do cán bộ nghỉ thai sản',
    'vì mới sáp nhập',
    'do hệ thống lỗi',
    'tại mạng chập chờn',
  ],
  ...[
    'do vướng mặt bằng',
    'vì dân ít',
    'do thiếu người',
    'bởi thay đổi nhân sự',
    'do chờ hướng dẫn của tỉnh',
    'nhờ bà con ủng hộ',
    'nhờ anh em cố gắng',
  ],
]

export const comparisons = [
  ...[
    'cao hơn tháng trước',
    'nhiều hơn năm ngoái',
    'bằng năm ngoái',
    'giảm nhẹ so với quý trước',
    'vượt kế hoạch',
    'so với cùng kỳ là tăng',
    'đứng đầu thành phố',
  ],
  ...[
    'tăng 5% so với cùng kỳ',
    'đạt kế hoạch',
    'như tháng trước',
    'kém năm ngoái',
    'tốt hơn mọi năm',
    'vượt chỉ tiêu giao',
    'ngang bằng các phường bạn',
  ],
]
