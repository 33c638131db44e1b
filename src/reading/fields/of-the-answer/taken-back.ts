import { clause, IT } from './clause.ts'

const WRONG = `(?:${IT} )?(?:la |bi |lai )?(?:sai|nham|lon|trat|sai sai|sai so|nham so|lon so|go sai|ghi sai|nhap sai|bao sai|tinh sai|dem sai)`
const DROPPED = `(?:bo|xoa|huy|go|quen)(?: di| qua)?(?: ${IT}| so ay)?`
/** «bị trả lại rồi», «vừa điều chỉnh» */
const REFUSED = '(?:da |vua |moi |lai ){0,2}bi (?:tra lai|tra ve|loai|bac|huy|go|dinh chi|thu hoi|rut|rut lai)'
const CHANGED =
  '(?:da |vua |moi |lai |moi lai ){0,2}(?:huy|doi|thay doi|dieu chinh|hoan|hoan lai|doi lai|doi lich|doi ngay|doi so|thay)'

/** «đếm sót», «phần mềm hiện sai» */
const MISCOUNTED =
  '(?:(?:dem|tinh|cong|nhap|ghi|bi|con|van) ){1,3}(?:sot|trung|thieu|thua)|trung(?: lap| nhau)?|(?:phan mem|he thong|may) (?:hien|bao|ra|tinh|ghi) (?:sai(?! dau)|nham|loi)'
/** «12, mà là 15» */
const BUT = 'ma (?:phai )?la \\d.*'

/** «12, sai mất rồi», «20/3, hoãn lại rồi» */
export const TAKEN_BACK = clause(WRONG, DROPPED, REFUSED, CHANGED, MISCOUNTED, BUT)
