import type { Chance } from './chance.ts'

/** How a line comes off the keys; what it means stays. */
export interface Keys {
  readonly habit: string
  type(line: string, chance: Chance): string
}

const bare = (line: string): string =>
  line
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')

const short: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<!\p{L})không(?!\p{L})/giu, ['ko', 'k', 'hok', 'khong', 'kg', 'hông', 'hem']],
  [/(?<!\p{L})được(?!\p{L})/giu, ['dc', 'đc', 'đk', 'đươc']],
  [/(?<!\p{L})rồi(?!\p{L})/giu, ['r', 'rùi', 'roy', 'ròi']],
  [/(?<!\p{L})anh(?!\p{L})/giu, ['a']],
  [/(?<!\p{L})em(?!\p{L})/giu, ['e', 'iem']],
  [/(?<!\p{L})ạ(?!\p{L})/giu, ['ak', 'ah', 'ạk']],
  [/(?<!\p{L})nhé(?!\p{L})/giu, ['nhá', 'nhóe', 'nhoa']],
  [/(?<!\p{L})với(?!\p{L})/giu, ['vs', 'zới']],
  [/(?<!\p{L})gì(?!\p{L})/giu, ['j', 'zì']],
  [/(?<!\p{L})báo cáo(?!\p{L})/giu, ['bc', 'b/c']],
  [/(?<!\p{L})trường(?!\p{L})/giu, ['trg']],
  [/(?<!\p{L})phường(?!\p{L})/giu, ['p.', 'phg']],
  [/(?<!\p{L})những(?!\p{L})/giu, ['nhg', 'n~']],
  [/(?<!\p{L})cảm ơn(?!\p{L})/giu, ['cám ơn', 'tks', 'thanks', 'cảm ưn']],
]

const plain: Keys = { habit: 'plain', type: line => line }

export const keys: readonly Keys[] = [
  ...[plain, plain, plain, plain, plain],
  { habit: 'no accents', type: bare },
  { habit: 'upper case', type: line => line.toUpperCase() },
  { habit: 'lower case', type: line => line.toLowerCase() },
  { habit: 'decomposed', type: line => line.normalize('NFD') },
  {
    habit: 'short forms',
    type: (line, chance) => short.reduce((now, [long, forms]) => now.replace(long, chance.of(forms)), line),
  },
  { habit: 'no space behind comma', type: line => line.replace(/([,;]) /g, '$1') },
  { habit: 'space before comma', type: line => line.replace(/, /g, ' ,') },
  { habit: 'many spaces', type: line => `  ${line.replace(/ /g, '  ')}  ` },
  { habit: 'line breaks', type: line => line.replace(/, /g, '\n') },
  { habit: 'spoken', type: line => line.replace(/(?<!\d)[,;]|[,;](?!\d)/g, '').toLowerCase() },
  {
    habit: 'dots behind',
    type: (line, chance) =>
      `${line}${chance.of(['...', '!!!', ' .', '..', ' 👍', ' 🙏🙏', ' =))', ' :)', ' ^^', '~', '!'])}`,
  },
  { habit: 'no-break spaces', type: line => line.replace(/ /g, '\u00a0') },
  { habit: 'quoted', type: line => `"${line}"` },
  { habit: 'dash before', type: line => `- ${line}` },
  { habit: 'plus before', type: line => `+ ${line}` },
]

/** One harmless word with a slip of the finger in it. */
export function slipped(words: string, chance: Chance): string {
  const all = words.split(' ')
  const at = chance.below(all.length)
  const word = all[at] ?? ''
  if (word.length < 3 || /[\d:]/.test(word)) return words
  const cut = 1 + chance.below(word.length - 2)
  const kinds = [
    () => word.slice(0, cut) + word.slice(cut + 1),
    () => word.slice(0, cut) + word[cut] + word.slice(cut),
    () => `${word.slice(0, cut)}${word[cut + 1] ?? ''}${word[cut] ?? ''}${word.slice(cut + 2)}`,
    () => `${word}${chance.of(['s', 'f', 'j', 'w', 'n', 'g'])}`,
  ]
  all[at] = chance.of(kinds)()
  return all.join(' ')
}
