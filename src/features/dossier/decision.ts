import { fold, normalise } from '../../reading/text.ts'

/** What somebody who decides on a dossier has said of its rows, by their numbers. */
export type Decision =
  | { is: 'all'; but: readonly number[]; counted: number | null }
  | { is: 'split'; but: readonly number[]; reason: string }
  | { is: 'some'; rows: readonly number[] }
  | { is: 'return'; rows: readonly number[]; reason: string }
  | { is: 'returnAll'; reason: string }
  | { is: 'unclear' }

const numbers =
  '(?:cau |dong |so |muc |chi tieu )*(\\d{1,2}(?:\\s*(?:,|va|;|\\s)\\s*(?:cau |dong |so |muc )?\\d{1,2})*)'
const approve = '(?:duyet|xac nhan|dong y|dong y duyet|ok)'

/** «Duyệt cả 11», «duyệt trừ 3, 5», «trừ 3», «duyệt trừ 3: lý do» (the others are approved, that one goes back), «duyệt câu 1, 2», «trả lại câu 3: lý do». «Duyệt 11» may be the eleventh, or all of eleven: it is asked. Pure. */
export function readDecision(typed: string): Decision {
  const text = normalise(typed)
  const plain = fold(text)
  // «Duyệt» alone opens the list of what waits, as everywhere.
  const all = new RegExp(
    `^(?:${approve} (?:ca|het|tat ca|toan bo|het ca|ca bo)(?: (\\d{1,2}))?(?: (?:chi tieu|so lieu|dong))?|xac nhan|dong y|ok)$`,
  ).exec(plain)
  if (all) return { is: 'all', but: [], counted: all[1] === undefined ? null : Number(all[1]) }
  const rest = `(?:${approve}(?: (?:ca|het|tat ca|toan bo))?(?: \\d{1,2})? (?:tru|ngoai tru|tru ra|bo)|tru|ngoai tru|tru ra)`
  const but = new RegExp(`^${rest} ${numbers}$`).exec(plain)
  if (but) return { is: 'all', but: numbersIn(but[1]), counted: null }
  const split = new RegExp(`^${rest} ${numbers}(?:\\s*[:.,;–-]+\\s*|\\s+(?:vi|do|ly do|la)\\s*:?\\s*)(?=\\S)`).exec(
    plain,
  )
  if (split) return { is: 'split', but: numbersIn(split[1]), reason: behind(text, split[0].length) }
  const some = new RegExp(`^${approve} (?=cau|dong|so|muc|chi tieu|\\d+ *(?:,|va))${numbers}$`).exec(plain)
  if (some) return { is: 'some', rows: numbersIn(some[1]) }
  const back = new RegExp(
    `^(?:tra lai|tra|gui lai|khong duyet) ${numbers}(?:\\s*[:.,;–-]+\\s*|\\s+(?:vi|do|ly do|la)\\s*:?\\s*|$)`,
  ).exec(plain)
  if (back) return { is: 'return', rows: numbersIn(back[1]), reason: behind(text, back[0].length) }
  const whole =
    /^(?:tra lai|tra|khong duyet)(?: (?:ca|het|tat ca|toan bo))?(?:\s*[:.,;–-]+\s*|\s+(?:vi|do|ly do)\s*:?\s*|$)/.exec(
      plain,
    )
  return whole ? { is: 'returnAll', reason: behind(text, whole[0].length) } : { is: 'unclear' }
}

/** The words behind a place in the folded text; folding a normalised text keeps its places. */
function behind(text: string, at: number): string {
  return text.slice(at).trim()
}

const numbersIn = (said = ''): number[] => [...new Set(said.match(/\d+/g)?.map(Number) ?? [])]
