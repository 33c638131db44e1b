import { clause, IT } from './clause.ts'

const JEST =
  '(?:noi |bao )?(?:dua|bia|tro|treu|noi vui|noi choi|noi bua|doan|doan mo)|(?:ghi|go|dien|nhap|bao|chon|noi|khai|lay) (?:bua|dai|lieu|choi|mo|cho co|cho vui|tam|thu)|(?:sep|lanh dao|cap tren|ben tren) (?:bao|muon|noi|yeu cau) (?:ghi )?(?:the|vay|nhu the)|so (?:ao|dep)|bao cao (?:cho )?(?:dep|vui)'
const WISH =
  '(?:mong|hy vong|hi vong)(?: la| rang| cung| se)* (?:du|dung|kip|chinh xac|chuan|khong (?:sai|thieu|nham)|la vay)|(?:uoc gi|gia ma|gia nhu|mong la|mong|hy vong|hi vong|uoc) (?:cung )?(?:duoc |la )?(?:the|vay)|(?:duoc|dat) (?:the|vay|nhu the|nhu vay) (?:thi|la) (?:tot|hay|mung|qua tot|qua)|lam gi (?:duoc|co|den|toi|ma duoc)(?: the| vay)?|thi (?:da |la |cung ){0,2}(?:tot|mung|hay|quy|may)(?: qua| lam)?|thi lam (?:duoc |sao )?(?:gi|duoc)|moi (?:du|lam duoc|chay duoc)|thi (?:ai|chiu)(?: \\S+){0,4}'
const WAIT =
  '(?:khoan|tu tu|cho|doi|dung|chua)(?: (?:hay|co|voi|voi da))?(?: (?:em|e|minh|toi|chut|ti))? (?:ghi|luu|chot|gui|nop|nhan|bam|da|ti|teo|chut|xiu|mot chut|mot ti|lat|mot lat|mot luc|hoi lai|kiem tra|xem lai|xac nhan|hoi|tinh lai)(?: (?:voi|vao|da|lai|ke toan|sep|chi|anh))*|khoan|(?:de|cho|doi) (?:em|minh|toi) (?:hoi|kiem tra|xem|tinh|dem|doi chieu|xac nhan)(?: lai)?(?: da)?'
/** «đợi sếp duyệt», «đang đề xuất» */
const PENDING =
  '(?:dang |van |con ){0,2}(?:cho|doi) (?:sep|lanh dao|chu tich|bi thu|cap tren|tren|phong|so|tinh|thanh pho|thu truong|hieu truong)(?: \\S+)? (?:duyet|quyet|chot|xac nhan|cho y kien|dong y)|dang (?:de xuat|de nghi|xin y kien)'
const OPEN = `(?:cu |tam )?(?:ghi|de|dien|nhap|lay) (?:tam )?(?:the|vay|nhu the) da|co (?:thay doi|dieu chinh|doi) (?:gi )?(?:thi )?(?:em|minh|toi) (?:se )?(?:bao|sua)(?: lai| sau)*|(?:mai|chieu|toi|lat|ti|lat nua|ti nua|sau|hom sau|tuan sau) (?:em |minh |toi )?(?:se )?(?:bao|gui|ghi|nop|dua) (?:lai )?(?:so|con so|so lieu) (?:khac|dung|chuan|chinh xac|chinh thuc)|${IT} (?:van |con |con phai |can |phai |can phai |chua |chua duoc |dang ){1,3}(?:duoc )?(?:kiem tra|xem|ra soat|doi chieu|xac minh|hoi|tinh|xac nhan|chinh|sua|chuan|dung|chac|chot|duyet|cho duyet)(?: lai)?`
const MAYBE =
  'co khi (?:la |con |khong |chua )?(?:hon|it hon|nhieu hon|cao hon|thap hon|kem|den|toi|chua den|chua toi|the|vay|khac|sai|nham|khong phai|muon hon|som hon)|(?:dung |phai |phai khong |dung khong )?(?:chu )?nhi|(?:con|van) tuy(?: \\S+){0,5}|tuy(?: (?:sep|tinh hinh|lanh dao|vao|theo|lich|cap tren)(?: \\S+){0,3})?|(?:so|e) (?:la |rang )?(?:sai|nham|thieu|khong dung|chua dung|chua du|thua)|(?:dem|tinh|ghi|nhap|tong hop) (?:voi|qua loa|au|chua het)'
/** «thực tế ít hơn», «sổ ghi khác», «số liệu lệch với kế toán» */
const DIFFERS =
  '(?:nhung |ma )?(?:thuc te|that ra|thuc ra|(?:con )?so (?:that|thuc)|so lieu(?: that)?|so thuc te)(?: (?:thi|la|con|lai|bi|chac))* (?:thap hon|it hon|cao hon|nhieu hon|khac|chua duoc|chua den|khong duoc|khong den|venh|lech|khong khop)(?: (?:voi|nhau|so voi) \\S+(?: \\S+)?)?|(?:trong |o |tren |ben )?(?:so|so sach|bang|bao cao|he thong|phan mem|ke toan|ho so)(?: (?:ghi|bao|la|lai|thi|hien))* (?:khac|venh|lech)(?: so| han)?|(?:lech|venh|khong khop) (?:voi|so voi) \\S+(?: \\S+)?'

/** «3 là sao», «5 ở đâu ra», «5 mà toàn cũ» */
const ODD =
  '(?:nghia )?la (?:sao|gi|the nao)|(?:the nao|sao) (?:ma )?duoc|kieu gi|trong mo|(?:o )?dau ra|ai (?:tin|cho|ma tin)|toan (?:do |cai |hang )?cu'

/** «12, khoan ghi đã», «85%, em đùa đấy», «640 triệu, còn tùy sếp» */
export const NOT_CERTAIN = clause(JEST, WISH, WAIT, PENDING, OPEN, MAYBE, DIFFERS, ODD)

/** «12, hơn một tí», «ít ra là thế» */
export const BOUNDED = clause(
  '(?:co |chi |chac |con ){0,2}hon (?:mot )?(?:ti|chut|xiu|it)|(?:chi |chi co |co )hon|hon (?:nua|the|the nua|vay) (?:co|kia|chu)',
  '(?:it ra|it nhat|nhieu nhat|cao nhat|thap nhat|toi da|toi thieu|cung lam)(?: cung| thi)?(?: la)? (?:the|vay|do|day)',
)
