import { type MorningLine, type MorningPart, morningParts } from '../contract/morning.ts'
import { Pieces } from '../contract/pieces.tsx'
import type { Visit } from '../web/visit.ts'

interface MorningProps {
  visit: Visit
  lines: readonly MorningLine[]
  /** Only these parts of it. */
  parts?: readonly MorningPart[]
}

/** What the day is like: counts, each leading to exactly its rows, and to those who can be nudged. */
export function Morning({ visit: { t, base }, lines, parts = morningParts }: MorningProps) {
  return (
    <div class="morning">
      {parts.map(part => {
        const own = lines.filter(line => line.part === part)
        if (own.length === 0) return null
        return (
          <section aria-labelledby={`sang-${part}`}>
            <h2 id={`sang-${part}`}>{t(`desk.start.parts.${part}`)}</h2>
            <ul class="counts">
              {own.map(({ words, pieces, count, page, nudge }) =>
                pieces?.some(piece => piece.page !== null) ? (
                  <li class="sentence">
                    <Pieces pieces={pieces} desk={`${base}/desk`} />
                  </li>
                ) : (
                  <li>
                    <a href={`${base}/desk/${page}`}>
                      <span>{words}</span>
                      {count !== null && <span class="count">{count.toLocaleString('vi-VN')}</span>}
                    </a>
                    {nudge !== undefined && (
                      <a class="nudge" href={`${base}/desk/${nudge}`}>
                        {t('desk.start.nudge')}
                        <span class="sr-only">: {words}</span>
                      </a>
                    )}
                  </li>
                ),
              )}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
