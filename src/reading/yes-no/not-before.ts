const NOT_BEFORE =
  /^(?:dạ |vâng )*(?:chưa|chx|ko|không)(?: có)?(?: ạ)?[,.]? (?:để |phải |sang |đến |tới )*(?:mai|mốt|ngày|tuần|tháng|quý|năm|hôm|sáng|chiều|cuối|đầu)\s[^,;?]{0,40}mới [^,;?]{2,30}$/iu

/** «chưa, tháng sau mới làm»: no, and when. */
export const isNotBefore = (text: string): boolean => NOT_BEFORE.test(text.trim().replace(/[.!\s]+$/u, ''))
