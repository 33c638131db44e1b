import type { DeskRoom } from '../../contract/desk-page.ts'
import { xlsxStream } from '../../office-files/xlsx-stream.ts'
import { may } from '../../people/may.ts'
import { right } from '../../people/right.ts'
import { yearlyForms, yearlySheet } from './yearly.ts'

/** Take the yearly statistical forms. */
export const takeYearly = right('award.yearly', { PNV: 'all' })

/** The yearly forms 0601–0605 of circular 02/2023/TT-BNV as Excel files, due on 15 December. */
export const yearlyRoom: DeskRoom = {
  path: 'bieu-thong-ke-khen-thuong',
  group: 'register',
  title: 'awards.yearly.title',
  door: 'praise',
  mayOpen: person => may(person, takeYearly),

  answer: async (ctx, { rest, form, search, address }) => {
    const { t, campaign, today } = ctx
    if (form) return null
    if (rest !== '') {
      const wanted = yearlyForms.find(code => code === rest)
      const year = Number(search.get('nam'))
      if (!wanted || !(year >= 2000 && year <= today.year)) return null
      const { headings, rows } = await yearlySheet(ctx, wanted, year)
      const parts: Uint8Array[] = []
      for await (const part of xlsxStream(t(`awards.yearly.forms.${wanted}`), headings, each(rows), campaign.timeZone))
        parts.push(part)
      const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      return { file: { name: `bieu-${wanted}-${year}.xlsx`, mime, bytes: new Uint8Array(Buffer.concat(parts)) } }
    }
    const years = [today.year, today.year - 1, today.year - 2]
    return {
      title: t('awards.yearly.title'),
      body: () => (
        <>
          <h1>{t('awards.yearly.title')}</h1>
          <p>{t('awards.yearly.lead')}</p>
          {years.map(year => (
            <section aria-label={String(year)}>
              <h2>{year}</h2>
              <ul>
                {yearlyForms.map(code => (
                  <li>
                    <a href={`${address}/${code}?nam=${year}`}>{t(`awards.yearly.forms.${code}`)}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      ),
    }
  },
}

async function* each<T>(rows: readonly T[]): AsyncIterable<T> {
  yield* rows
}
