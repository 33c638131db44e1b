import type { Translate } from '../texts.ts'
import type { Screen } from './feature.ts'

/** A confirmed draft that waits for its files: what it waits for, and how to take it back. */
export function waitingScreen(
  t: Translate,
  { id, form, time, files }: { id: string; form: string; time: string; files: readonly string[] },
): Screen {
  return {
    text: t('drafts.waiting.text', { form: t(`drafts.forms.${form}`), time, files: files.join(', ') }),
    choices: [
      { label: t('drafts.waiting.takeBack'), go: { to: 'drafts.takeBack', args: { id } } },
      { label: t('drafts.waiting.toMenu'), go: { to: 'menu' } },
    ],
  }
}
