/** Milliseconds to wait after the n-th failure in a row (n from 1): the first pause, doubled each time, never more than the longest. */
export function growingPause(failures: number, firstMs: number, longestMs: number): number {
  return Math.min(firstMs * 2 ** (failures - 1), longestMs)
}
