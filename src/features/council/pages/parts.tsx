import type { Child } from 'hono/jsx'
import type { Ctx } from '../../../contract/feature.ts'

interface StepProps {
  /** Where it is posted, the word of the forms, what is done. */
  action: string
  csrf: string
  name: string
  label: string
  isMain?: boolean
  children?: Child
}

/** One form with one button. */
export function Step({ action, csrf, name, label, isMain, children }: StepProps) {
  return (
    <form class="compose" method="post" action={action}>
      <input type="hidden" name="csrf" value={csrf} />
      {children}
      <button type="submit" class={isMain ? 'button primary' : 'button'} name="viec" value={name}>
        {label}
      </button>
    </form>
  )
}

export function Field({ id, label, children }: { id: string; label: string; children: Child }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
    </div>
  )
}

export function Problem({ text }: { text: string | null }) {
  return text === null ? null : (
    <p class="flash bad" role="alert">
      {text}
    </p>
  )
}

export function Back({ href, label }: { href: string; label: string }) {
  return (
    <p class="crumbs">
      <a href={href}>← {label}</a>
    </p>
  )
}

/** The phrase that was made just now: it is on this page and nowhere else. */
export function Phrase({ t, phrase }: Pick<Ctx, 't'> & { phrase: string }) {
  return (
    <section class="card" aria-labelledby="cum-tu">
      <h2 id="cum-tu">{t('council.key.phrase')}</h2>
      <p>
        <strong>
          <code>{phrase}</code>
        </strong>
      </p>
      <p>{t('council.key.phraseHint')}</p>
    </section>
  )
}
