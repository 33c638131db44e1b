import type { Ctx } from '../../contract/feature.ts'
import { normalise } from '../../reading/text.ts'
import { type CaseContent, caseContent } from './case.ts'

/** What a page of a case says; null: something is missing, or a day is none. */
export function caseIn({ campaign, today }: Pick<Ctx, 'campaign' | 'today'>, form: FormData): CaseContent | null {
  const said = (name: string) =>
    String(form.get(name) ?? '')
      .normalize('NFC')
      .trim()
  const names = said('nguoi')
    .split(/[\n;,]+/)
    .map(normalise)
    .filter(name => name !== '')
  const read = caseContent.safeParse({
    ...{ unitCode: said('don-vi'), people: names, what: said('noi-dung'), happenedOn: said('ngay') },
    ...{ state: said('trang-thai'), conclusion: said('ket-luan'), handling: said('xu-ly') },
    concludedOn: said('ngay-ket-luan') || null,
  })
  if (!read.success || !campaign.units.has(read.data.unitCode) || read.data.happenedOn > today.toString()) return null
  const isConcluded = read.data.state === 'OPEN' || (read.data.concludedOn !== null && read.data.conclusion !== '')
  return isConcluded ? read.data : null
}
