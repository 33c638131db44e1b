import type { Ctx } from '../../contract/feature.ts'
import { xlsxStream } from '../../office-files/xlsx-stream.ts'
import { isLocal } from '../../people/role-words.ts'
import { awaitedUnits, invitableUnits, rolesToGive } from './invitable.ts'

/** The list to be filled in: a row for the head and one for the focal point of each unit, with nobody's name yet. */
export async function templateFile(ctx: Ctx): Promise<{ name: string; mime: string; bytes: Uint8Array }> {
  const { t, campaign } = ctx
  const headings = ['unit', 'name', 'role'].map(name => t(`inviting.file.${name}`))
  const units = invitableUnits(ctx)
  const isAlone = (name: string) => units.filter(unit => unit.name === name).length === 1
  const rows = awaitedUnits(ctx).flatMap(unit => {
    const wanted = [isLocal(unit.kind) ? 'WARD_CHAIR' : 'HEAD', 'CLERK', 'OFFICIAL'] as const
    const given = wanted.filter(role => rolesToGive(ctx, unit.code).includes(role)).slice(0, 2)
    return given.map(role => [isAlone(unit.name) ? unit.name : unit.code, '', t(`roles.${role}`)])
  })
  async function* all() {
    yield* rows
  }
  const parts: Uint8Array[] = []
  for await (const part of xlsxStream(t('inviting.file.sheet'), headings, all(), campaign.timeZone)) parts.push(part)
  const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: t('inviting.file.called'), mime, bytes: Buffer.concat(parts) }
}
