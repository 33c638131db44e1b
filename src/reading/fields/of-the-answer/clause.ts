/** What may open such a clause and close it, and says nothing of its own. */
const LEAD =
  '(?:da|vang|a|nhe|nha|o|oi|oi troi|u|ua|chet|ay|thoi|nhung|nhung ma|ma|chu|vi|tai|do|em|e|toi|minh|anh|chi|ben em|that ra|thuc ra|hinh nhu|chac|gio|hinh nhu la|la) '
const TAIL =
  ' (?:a|ah|nhe|nha|nhi|roi|mat|mat roi|bet|het|dau|thoi|do|day|ay|the|vay|da|nua|luon|ma|chi|anh|em|oi|chu|co|kia|cai|giup|giup em|gium|di)'
/** «số này», «đấy», «cái đó» */
export const IT = '(?:(?:(?:con )?so|cai|cau|muc|dap an|ket qua) (?:nay|do|day|kia|vua roi|tren)|day|do|nay|the|vay)'

/** A whole clause, in small letters without accents; «chi bộ» is no «chị bỏ». */
export const clause = (...bodies: readonly string[]): RegExp =>
  new RegExp(`^(?!chi bo$)(?:${LEAD}){0,4}(?:${bodies.join('|')})(?:${TAIL}){0,4}$`)
