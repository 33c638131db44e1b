import { fold, normalise } from './text.ts'

/** «kỳ trước», «báo cáo kỳ này ạ»: the period before or the present one, in the rhythm of what is spoken of; null: neither is named. */
export function neighbourIn(text: string): 'before' | 'present' | null {
  const [, said] = NEIGHBOUR.exec(fold(normalise(text))) ?? []
  if (said === undefined) return null
  return said === 'nay' || said === 'hien tai' ? 'present' : 'before'
}

const NEIGHBOUR =
  /^(?:(?:bao cao|nop|gui|xem|mo|lam|so lieu|ho so|cua|cho|cho em|cho toi)\s+)*(?:ky|ki) (truoc|vua roi|vua qua|nay|hien tai)(?: (?:a|nhe|di|voi))*[.!?]?$/
