import { bareToo } from '../../text.ts'

export const word = (words: string): RegExp => bareToo(new RegExp(`(?:^|[\\s(,;.])(?:${words})(?:[\\s:,;.)]|$)`, 'u'))

export const opening = (words: string): RegExp => bareToo(new RegExp(`^[\\s(,;.]*(?:${words})(?:[\\s:]|$)`, 'u'))

/** The words that close what stands before a figure. */
export const closing = (words: string): RegExp =>
  bareToo(
    new RegExp(
      `(?:^|[\\s(,;.])(?:${words})[\\s:]*(?:là |đạt |được |thêm |có |(?:năm ngoái|năm trước|cùng kỳ|quý trước|tháng trước|kỳ trước) )?$`,
      'u',
    ),
  )
