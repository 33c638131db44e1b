import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { linkToWeb } from '../../people/one-time-link.ts'

/** `/web`: a link that opens the web chat and the desk, signed in as this person, once. */
async function web(ctx: Ctx): Promise<Outcome> {
  const url = `${ctx.publicUrl}/vao/${await linkToWeb(ctx.tx, ctx.person.id, ctx.now)}`
  return { text: ctx.t('weblink.text'), links: [{ label: ctx.t('weblink.open'), url }] }
}

export const webLink: Feature = {
  name: 'web-link',
  isAboveCampaigns: true,
  commands: [
    { to: 'web', says: 'weblink.command', slash: 'web', offeredTo: 'everybody', behind: 'around', isHelped: true },
  ],
  routes: { web },
}
