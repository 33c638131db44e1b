import type { Visit } from '../web/visit.ts'

const keys = ['j', 'k', 'Enter', 'x', 'a', 'r', '/', 'g', '?'] as const
const wordOf = { '/': 'search', '?': 'help' } as const

/** The keys of the desk; shown by the script that makes them work, which can also be told to leave them alone. */
export function KeysHelp({ t }: { t: Visit['t'] }) {
  return (
    <>
      <p class="keys-way" hidden>
        <button type="button" class="link-button" data-keys-help>
          {t('desk.keys.title')}
        </button>
      </p>
      <dialog id="phim-tat" class="keys" aria-labelledby="ten-phim-tat">
        <h2 id="ten-phim-tat">{t('desk.keys.title')}</h2>
        <dl>
          {keys.map(key => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`desk.keys.${key === '/' || key === '?' ? wordOf[key] : key}`)}</dd>
            </div>
          ))}
        </dl>
        <label class="tick">
          <input type="checkbox" data-keys-off /> {t('desk.keys.off')}
        </label>
        <form method="dialog">
          <button type="submit" class="button">
            {t('desk.keys.close')}
          </button>
        </form>
      </dialog>
    </>
  )
}
