/** Cut at a word, never inside one. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  const head = text.slice(0, longest - 1)
  const space = head.lastIndexOf(' ')
  return `${head.slice(0, space > longest / 2 ? space : undefined)}…`
}
