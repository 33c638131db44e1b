import type { DeskDetail } from '../contract/desk-page.ts'
import { shownAs } from '../web/shown-in-place.ts'
import type { Visit } from '../web/visit.ts'

/** The files of a record: to be had, and read in place where a browser can show them without running anything of them. */
export function DetailFiles({ visit, files }: { visit: Visit; files: DeskDetail['files'] }) {
  if (files.length === 0) return null
  const { t, base } = visit
  return (
    <section aria-labelledby="tep-kem">
      <h2 id="tep-kem">{t('desk.record.files')}</h2>
      <ul class="attachments">
        {files.map(({ id, name, state, mime }, index) => (
          <li>
            {state === 'STORED' ? (
              <>
                <a class="file" href={`${base}/files/${id}`}>
                  {name}
                </a>
                <InPlace address={`${base}/files/${id}/xem`} name={name} mime={mime} isOpen={index === 0} t={t} />
              </>
            ) : (
              <span class="file">
                {name} – {t(`desk.record.fileStates.${state}`)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface InPlaceProps {
  address: string
  name: string
  mime: string | null | undefined
  isOpen: boolean
  t: Visit['t']
}

/** What is folded is not loaded. The answer itself says that nothing in it runs: with the attribute `sandbox` browsers show no PDF at all. */
function InPlace({ address, name, mime, isOpen, t }: InPlaceProps) {
  const kind = shownAs(mime)
  if (kind === null) return null
  return (
    <details class="in-place" open={isOpen}>
      <summary>{t('desk.record.showFile')}</summary>
      {kind === 'picture' ? (
        <img src={address} alt={name} loading="lazy" />
      ) : (
        <iframe src={address} title={name} loading="lazy" />
      )}
    </details>
  )
}
