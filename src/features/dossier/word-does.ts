import { readCommandWord } from '../../reading/command-words.ts'
import { fold, normalise } from '../../reading/text.ts'

/** Words that say what a choice does, whatever its number. */
export function wordDoes(typed: string, isAsking: boolean): string | null {
  const word = readCommandWord(typed)
  if (word?.command === 'skip') return 'skip'
  if (word?.command === 'back' || word?.command === 'review') return 'table'
  if (word?.command === 'cancel') return 'leave'
  const plain = fold(normalise(typed)).replace(/ (?:a|nhe|di|luon)$/, '')
  if (
    /^(?:gui|nop|gui di|gui het|nop het|gui duyet|gui thu truong|gui thu truong duyet|xac nhan|dong y|ok|nop so lieu)$/.test(
      plain,
    )
  )
    return isAsking ? null : 'send'
  if (/^giu nguyen (?:het|tat ca|toan bo|ca|cac dong con lai|con lai|so con lai|phan con lai)$/.test(plain))
    return 'keepRest'
  return plain === 'giu nguyen' && !isAsking ? 'keepRest' : null
}
