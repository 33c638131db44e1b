import { unitName } from '../campaign/names.ts'
import type { Ctx } from '../contract/feature.ts'
import type { Record as StoredRecord } from '../store/generated/client.ts'
import type { Translate } from '../texts.ts'
import type { AnyKind } from './kind.ts'
import { isAtGate } from './seeing.ts'

type Named = Pick<StoredRecord, 'code' | 'title' | 'unitCode'>

/** How a record is called in a sentence: «văn bản phát động PD-001 (số 12/KH-UBND) của Phường Quang Trung». */
export function nameOf(ctx: Pick<Ctx, 'campaign'>, t: Translate, kind: AnyKind, record: Named): string {
  return t('records.name', partsOf(ctx, t, kind, record))
}

/** The parts of that name. */
export function partsOf(ctx: Pick<Ctx, 'campaign'>, t: Translate, kind: AnyKind, { code, title, unitCode }: Named) {
  const unit = unitName(ctx.campaign, unitCode)
  return { thing: t(`${kind.name}.thing`), code, title, unit }
}

/** The state in words, as it looks from outside the head's gate or from inside. */
export function stateName(
  t: Translate,
  kind: AnyKind,
  record: Pick<StoredRecord, 'state' | 'waitsFor'>,
  isInside: boolean,
): string {
  return t(isInside && isAtGate(kind, record) ? 'records.atGate' : `${kind.name}.states.${record.state}`)
}

/** What the button is called that hands in again: a correction, or the next part of what was handed in. */
export function handInLabel(t: Translate, { name, states }: Pick<AnyKind, 'name' | 'states'>, state: string): string {
  return t(states[state]?.hasNextPart ? `${name}.parts.${state}` : 'records.correct')
}

/** A title as it fits on a button and a line: cut at a word, so never within a code, and not behind what only leads to a code. */
export function shortTitle(title: string): string {
  const signs = [...title]
  if (signs.length <= longest) return title
  const whole = signs
    .slice(0, longest)
    .join('')
    .replace(/\s+\S*$/u, '')
  if ([...whole].length < longest) return `${whole.replace(/(?:\s+số|[\s,;:(–-])+$/iu, '')}…`
  const [word = ''] = title.split(/\s/u)
  if (word.length <= longestWord) return word === title ? title : `${word}…`
  return `${signs.slice(0, longest - 1).join('')}…`
}

const longest = 40
/** A code or a name of a file may be long, and is of no use when it is cut. */
const longestWord = 60
