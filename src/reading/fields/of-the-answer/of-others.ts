import { clause } from './clause.ts'

const IT_IS = '(?:do |day |so nay |so do |cai nay )?(?:la )?'
const OTHER = '(?:don vi|phuong|xa|truong|phong|ben|nguoi|du an|cong trinh|goi thau|co quan|noi|to|khu|cho)'
const ELSE = '(?:khac|ben|kia|ben canh|ban|ban a|khac co|nguoi ta)'

/** «12, của đơn vị khác», «không tính của mình» */
export const OF_OTHERS = clause(
  `${IT_IS}(?:so )?(?:(?:cua|ben) )?${OTHER} ${ELSE}`,
  `${IT_IS}(?:da )?(?:gom|tinh|ke|gop|cong|bao gom)(?: ca| luon)? (?:cua |ben |phan )*${OTHER} ${ELSE}`,
  'khong (?:tinh|ke|gom) (?:cua )?(?:minh|em|ben em|phuong em|don vi em)',
)

/** «12, số của năm ngoái», «đấy là số cũ» */
export const OF_ANOTHER_TIME = clause(
  `${IT_IS}(?:cua |so |so cua |so lieu |so lieu cua |ket qua |ke hoach |chi tieu )?(?:nam|quy|thang|ky|tuan|dot|hom|lan) (?:ngoai|truoc|roi|kia)`,
  '(?:do |day |so nay |so do |nay )?(?:la )?(?:so |ban |ket qua |theo (?:bao cao|so lieu|bien ban) )?cu',
)

/** «thứ tư tuần trước», «12/12/2023, năm ngoái ạ»: of a day it is a part. */
export const PAST =
  /^(?:nam|quy|thang|ky|tuan|dot|hom) (?:ngoai|truoc|roi|kia)(?: (?:a|nhe|roi|day|do|ma|co|luon|chi|anh|em))*$/

/** «12, mới là kế hoạch» */
export const PLANNED_ONLY = clause(
  '(?:(?:moi |do |day |nay |so nay |so do |chi |moi chi ){1,2}(?:la )?|la )(?:du kien|ke hoach|chi tieu|muc tieu|du toan|uoc tinh|uoc|tam tinh|phan dau)(?: nam| ca nam| quy| giao| duoc giao| nam nay)?',
)

/** «12, mỗi loại», «5 triệu, một tháng»: one of many; «của cả cụm», «gồm cả năm ngoái»: with more than what is asked for. */
export const NOT_THE_WHOLE = clause(
  '(?:moi|mot|tren|tren dau|binh quan|trung binh|tinh tren)(?: (?:moi|mot|dau))? (?:loai|ngay|thang|quy|nam|nguoi|phuong|don vi|to|khu|ho|lan|buoi|tuan)|(?:la )?(?:binh quan|trung binh)',
  `${IT_IS}(?:da )?(?:tong )?(?:cua |chung |tinh |gop |gom |bao gom |cong |ke )*(?:ca|toan|luon) (?:cua )?(?:cum|nganh|thanh pho|tinh|huyen|khoi|(?:hai|ba|2|3|cac) \\S+|(?:nam|ky|quy|thang|dot) (?:ngoai|truoc)|${OTHER} ${ELSE})(?: gop| lai| luon)*`,
  `${IT_IS}(?:tong |tong cua |gop |cua )(?:hai|ba|2|3) \\S+(?: gop| lai| cong)*`,
  `(?:hai|ba|2|3) ${OTHER} (?:gop|cong|tinh)(?: lai| chung)*`,
)
