/** What each fault did on each channel, as text for whoever runs the matrix. */
export function faultTable() {
  const cells = new Map<string, Map<string, string>>()
  return {
    note: (fault: string, channel: string, seen: { failures: number; told: readonly string[] }): void => {
      const row = cells.get(fault) ?? new Map<string, string>()
      row.set(channel, `${seen.failures}, ${seen.told.join('/')}`)
      cells.set(fault, row)
    },
    text: (): string => {
      const channels = [...new Set([...cells.values()].flatMap(row => [...row.keys()]))]
      const rows = [
        ['', ...channels],
        ...[...cells].map(([fault, row]) => [fault, ...channels.map(c => row.get(c) ?? '–')]),
      ]
      const widths = rows.reduce<number[]>(
        (most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, cell.length)),
        [],
      )
      const lines = rows.map(row => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
      return `\nDeliveries that were not acknowledged, and what the health said meanwhile:\n${lines.join('\n')}\n\n`
    },
  }
}
