import type { Token } from '../tokens.ts'

/** «0904.112.358», «0912 887 301»: ten figures that begin with a nought and are grouped as a telephone's are; how many tokens. */
export function telephoneAt(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.kind !== 'number' || !/^0[2-9]/.test(tokens[at]?.text ?? '')) return undefined
  let said = ''
  for (let length = 1; length <= GROUPS_AT_MOST; length += 1) {
    const token = tokens[at + length - 1]
    if (token?.kind !== 'number' || token.text.includes(',')) return undefined
    said += `${length > 1 ? ' ' : ''}${token.text.replaceAll('.', ' ')}`
    if (WRITTEN.test(said) && tokens[at + length]?.kind !== 'number') return length
  }
  return undefined
}

const GROUPS_AT_MOST = 5
const WRITTEN =
  /^0\d{2,3} \d{3} \d{3,4}$|^0\d{3} \d{2} \d{2} \d{2}$|^0\d \d{2} \d{2} \d{2} \d{2}$|^0\d{4} \d{5}$|^0\d{4} \d{3} \d{3}$|^0\d{3} \d{6}$/
