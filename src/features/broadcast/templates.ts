import type { Translate } from '../../texts.ts'
import { typedPlaceholders } from './placeholders.ts'

/** Texts to begin with; the first three remind of something that is owed. */
export const templates = ['remind', 'urge', 'overdue', 'notice', 'meeting'] as const
export type Template = (typeof templates)[number]

/** The text with its placeholders as they are typed. */
export function templateText(name: Template, t: Translate): string {
  return t(`broadcast.templates.${name}.text`, { ...typedPlaceholders(t) })
}
