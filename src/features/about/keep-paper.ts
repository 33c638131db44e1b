import type { RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { storeBytes } from '../../files/store-bytes.ts'
import { parseUrl } from '../../parse-url.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole } from '../../people/may.ts'
import { newId } from '../../store/new-id.ts'
import { keepLibrary } from './shelf.ts'

const longest = 300

/** Puts a file or a link into the library: of a document of the plan, or a paper of its own with a title. */
export async function addPaper(ctx: Ctx, { address }: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const { t, tx, campaign, now, person } = ctx
  const said = (name: string) =>
    String(form.get(name) ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, name === 'lien-ket' ? 2_000 : longest)
  const refused = (say: string): RoomAnswer => ({ goTo: address, isGood: false, say })
  const basis = campaign.plan.legalBases.find(({ code }) => code === said('van-ban'))?.code ?? ''
  const title = said('ten')
  const url = parseUrl(said('lien-ket'))
  const link = url && /^https?:$/.test(url.protocol) ? url.href : null
  const given = form.get('tep')
  const hasFile = given instanceof File && given.size > 0
  if (basis === '' && title === '') return refused(t('about.shelf.needsTitle'))
  if (said('lien-ket') !== '' && link === null) return refused(t('about.shelf.wrongLink'))
  if (link === null && !hasFile) return refused(t('about.shelf.needsEither'))
  let fileId: string | null = null
  if (hasFile) {
    const bytes = new Uint8Array(await given.arrayBuffer())
    const stored = await storeBytes(tx, { name: given.name, bytes, accountId: ctx.account.id, channel: 'web' }, now)
    if ('refused' in stored) return refused(t(`web.upload.${stored.refused}`))
    fileId = stored.id
  }
  const id = newId(now)
  const data = { id, campaignId: campaign.id, basis, title, link, fileId, addedById: person.id, addedAt: now }
  await tx.libraryPaper.create({ data })
  await noted(ctx, 'library.add', id)
  return { goTo: address, isGood: true, say: t('about.shelf.added') }
}

/** Takes it out again; whoever is second finds it gone. */
export async function removePaper(ctx: Ctx, { address }: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const id = String(form.get('id') ?? '')
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  const where = { id, campaignId: ctx.campaign.id }
  const count = isId ? (await ctx.tx.libraryPaper.deleteMany({ where })).count : 0
  if (count > 0) await noted(ctx, 'library.remove', id)
  return { goTo: address, isGood: count > 0, say: ctx.t(count > 0 ? 'about.shelf.removed' : 'about.shelf.gone') }
}

async function noted({ tx, now, person }: Ctx, action: string, subjectId: string): Promise<void> {
  const actorRole = givingRole(person, keepLibrary, {})?.role ?? 'GUEST'
  await writeAudit(tx, { actorId: person.id, actorRole, action, subjectType: 'library', subjectId }, now)
}
