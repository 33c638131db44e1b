const ASKS =
  /(?:^|\s)(?:bao nhiêu|bao nhieu|mấy|may|bao giờ|bao gio|nào|nao|gì|gi|đâu|dau|(?:có|co|đã|da)\s.*(?:chưa|chua|không|khong))$/iu

/** «Kinh phí thực hiện là bao nhiêu? -> 318.500.000 đồng»: without the question that is repeated before its answer, where the answer holds what it should. */
export function withoutEcho(typed: string, holds: RegExp): string {
  const end = typed.indexOf('?')
  const [question, answer] = [typed.slice(0, end), typed.slice(end + 1)]
  if (end < 0 || answer.includes('?') || !holds.test(answer) || /[\d\n]/.test(question)) return typed
  return ASKS.test(question) ? answer.replace(/^\s*(?:->|=>|→|:|-)?\s*/u, '') : typed
}
