import type { HandedItem } from '../../obligations/met-by.ts'
import type { TargetReport } from '../../store/generated/client.ts'

/** A report as something handed in. */
export function handedItem({ targetCode, period }: TargetReport): HandedItem {
  return { kind: 'target', code: targetCode, period }
}
