import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { lookingAt } from '../board/looking.ts'
import type { Board } from '../board/matrix.ts'
import { Parts } from '../board/parts.tsx'
import { LEADERS_PATH, REGISTER } from './rights.ts'

/** Units whose money is judged and not known. */
export function SilentPage({ ctx, units, desk, title }: SilentProps) {
  return (
    <>
      <h1>{title}</h1>
      <table class="records">
        <thead>
          <tr>
            <th scope="col">{ctx.t('leaders.owedPage.unit')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(code => (
            <tr>
              <th scope="row">
                <a class="open" href={`${desk}/bang-so-lieu/don-vi/${encodeURIComponent(code)}`}>
                  {unitName(ctx.campaign, code)}
                </a>
              </th>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

interface SilentProps {
  ctx: Ctx
  units: readonly string[]
  desk: string
  title: string
}

/** The register of initiatives, unit by unit: what the leaders' fifth line adds up. */
export function RegisterPage({ ctx, board, desk }: { ctx: Ctx; board: Board; desk: string }) {
  const { period, register } = board
  const looking = lookingAt({ address: `${desk}/bang-so-lieu` }, { period, day: null })
  return (
    <>
      <h1>{ctx.t('leaders.registerPage')}</h1>
      {register && <Parts {...{ ctx, made: register, looking, href: `${desk}/${LEADERS_PATH}/${REGISTER}` }} />}
    </>
  )
}
