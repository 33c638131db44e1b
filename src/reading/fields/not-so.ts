import { bareToo, fold } from '../text.ts'

/** «chưa chốt», «không chính xác», «chưa gửi hết»: whether the answer is right, whole and done. Compared without accents: in doubt it is asked. */
export function isOfAnswer(said: string): boolean {
  const bare = fold(said)
  return NOT_YET_SO.test(bare) || NOT_SO.test(bare) || NO_FIGURES.test(bare)
}

/** «số mới chưa có» */
const NO_FIGURES =
  /(?:^| )so(?: lieu)?(?: (?:moi|chinh thuc|cuoi|chot|that))?(?: van| thi)? (?:chua|chx|khong|ko) (?:co|ra|ve)(?: |$)/

const NOT_YET_SO =
  /(?:chua|chx) (?:ai |duoc |co |kip |he |the |bi )*(?:dung|chuan|chac|chinh xac|cho y kien|du|day du|khop|het|xong|chot|chinh thuc|duyet|phe duyet|doi chieu|kiem tra|kiem dem|ra|tong hop|cap nhat|thong ke|gui|bao|nop|tinh|ke|gom|bao gom|quyet toan|tham dinh|xac nhan|cong nhan|thuc hien|trien khai|lam|dat|hoan thanh|giai ngan|chi|thanh toan|giao|ky|ban hanh|cong bo|trinh|ban giao|nghiem thu|nhap|dem|cong(?! vao| nhan| an)|ap dung|hieu luc|so|ket qua|quyet dinh|ro|biet|nho|nam)(?:$|[^a-z])/
const NOT_SO =
  /(?<!(?:nghe|nhin|xem|doc) )(?:khong|ko|chang|cha|hong) (?:duoc |co |he |the |bi )?(?:dung|chuan|chac|chinh xac|du|day du|khop|phai|dat|duoc|lam|thuc hien|trien khai|chi|giai ngan|cong nhan|duyet|ro|biet|nho|nam|het|kip)(?:$|[^a-z])/

/** «12 mô hình, chưa làm mô hình nào», «85%, chưa có hồ sơ nào»; not «100%, không có hồ sơ nào trễ hạn». */
export function deniesAll(said: string): boolean {
  const [, noun, rest] = NONE.exec(said) ?? []
  return noun !== undefined && !FAULT.test(`${noun} ${rest}`) && !MORE.test(said)
}

const NONE =
  /(?:chưa|không|ko|k|chẳng|chả|chua|khong)((?: (?!chưa|không|ko|chua|khong)\p{L}+){0,7}?) (?:nào|gì|nao|gi)(?=$|[^\p{L}])(.*)/u
export const FAULT = bareToo(
  /trễ|chậm|quá hạn|muộn|sai|thiếu|sót|vướng|trùng|lỗi|khiếu nại|phản ánh|kiến nghị|thắc mắc|tồn|đọng|tranh chấp|vi phạm|thay đổi|điều chỉnh|ý kiến|đơn thư|khó khăn/u,
)
const MORE = bareToo(/ngoài ra|thêm|khác|nữa|tốn|đồng nào/u)
