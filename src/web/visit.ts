import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Held } from '../backup/sending.ts'
import type { ActiveCampaign } from '../campaign/active.ts'
import { dayOf } from '../clock.ts'
import { campaignFor, readableBy } from '../contract/campaigns-of.ts'
import type { System } from '../intake/system.ts'
import { isOfficer } from '../people/officer.ts'
import type { Person } from '../people/person.ts'
import { readPerson } from '../people/read-person.ts'
import type { Locale, Translate } from '../texts.ts'
import { csrfToken } from './csrf.ts'
import { localDay } from './local-time.ts'
import { closeSession, readSession, type Session, touchSession } from './session.ts'
import { idleOf, type SignInRules, usualRules } from './sign-in-rules.ts'
import type { WebParts } from './web-parts.ts'

/** One request of a browser: who it is and how to speak to it. */
export interface Visit {
  /** What addresses of this visit begin with: nothing, or `/vai/<key>` while acting as a persona of the demonstration. */
  base: string
  /** How the outside names this server. */
  publicUrl: string
  session: Session | null
  person: Person | null
  campaign: ActiveCampaign
  /** Those among which this person may choose, closed ones included: one where there is no choice. */
  campaigns: readonly ActiveCampaign[]
  locale: Locale
  t: Translate
  /** Goes into every form. */
  csrf: string
  /** The simulated day, in demonstrations only. */
  demoDay: string | null
  hasDesk: boolean
  /** Officers are not in before their second step. */
  owesSecondStep: boolean
  /** This is a restored copy that sends nothing yet. */
  held: Held | null
}

export type WebEnv = { Variables: { visit: Visit } }

/** What all routes share. */
export interface Web {
  system: System
  parts: WebParts
}

/** Reads the cookie and finds out who asks. Nothing in it trusts the request for anything but the cookie. */
export function visiting(web: Web) {
  const { system, parts } = web
  return createMiddleware<WebEnv>(async (c, next) => {
    const persona = c.req.param('vai')
    if (persona !== undefined && !parts.demo?.personas.some(({ key }) => key === persona)) return c.notFound()
    const base = persona === undefined ? '' : `/vai/${persona}`
    const now = system.clock.now()
    const token = getCookie(c, cookieName(web, base))
    const known = token ? await readSession(system.prisma, token, now) : null
    const { among, timeZone } = await system.campaign(system.prisma)
    const today = dayOf(now, timeZone)
    const comes = known?.personId ? await readPerson(system.prisma, known.personId, today) : null
    const session = known && (await stillIn(c, web, known, comes, base)) ? known : null
    const person = session ? comes : null
    const owesSecondStep =
      rulesOf(web).secondStep !== null && person !== null && isOfficer(person) && session?.secondStepAt === null
    const campaign = campaignFor(person, among, session?.campaignId ?? null, today.toString())
    const locale = person?.locale ?? system.defaultLocale
    const visit: Visit = {
      base,
      publicUrl: web.system.publicUrl,
      session,
      person,
      campaign,
      campaigns: person ? readableBy(person, among, today.toString()) : [campaign],
      locale,
      t: system.texts(locale),
      csrf: csrfToken(session?.token ?? visitorSecret(c, web)),
      held: (await parts.held?.()) ?? null,
      demoDay: parts.demo ? localDay(now, timeZone) : null,
      owesSecondStep,
      hasDesk:
        person !== null &&
        !owesSecondStep &&
        parts.features.some(
          ({ page, rooms = [] }) => page?.mayOpen(person) || rooms.some(room => !room.isAside && room.mayOpen(person)),
        ),
    }
    c.set('visit', visitIn(visit, campaign))
    await next()
  })
}

/**
 * The same visit in another campaign. Where there are several, the word of every form names the one of its page: what is posted is done
 * there, whatever was chosen meanwhile in another window.
 */
export function visitIn(visit: Visit, campaign: ActiveCampaign): Visit {
  const [word = ''] = visit.csrf.split('.')
  return { ...visit, campaign, csrf: visit.campaigns.length > 1 ? `${word}.${campaign.id}` : word }
}

export function rulesOf({ parts }: Web): SignInRules {
  return parts.signIn ?? usualRules
}

/** How exactly it is known when somebody was last seen: a request seldom writes. */
const seenEvery = 5 * 60_000

/** Ends a session that was left alone for too long; notes that somebody is there otherwise. An open page that waits is nobody. */
async function stillIn(c: Context, web: Web, session: Session, person: Person | null, base: string): Promise<boolean> {
  const { prisma, clock } = web.system
  const now = clock.now()
  const idle = idleOf(rulesOf(web), person)
  const unseen = now.getTime() - session.lastSeenAt.getTime()
  if (unseen >= idle) {
    await closeSession(prisma, session.token)
    return false
  }
  if (unseen < Math.min(seenEvery, idle / 4) || c.req.path.endsWith('/stream')) return true
  await touchSession(prisma, session, idle, now)
  rememberSession(c, web, base, session.token)
  return true
}

/** Signs this browser in; in the demonstration each persona keeps its own cookie, so that tabs can be different people. */
export function rememberSession(c: Context, web: Web, base: string, token: string): void {
  setCookie(c, cookieName(web, base), token, {
    ...cookieRules(web, base),
    maxAge: Math.ceil(rulesOf(web).staffIdle / 1000),
  })
}

export function forgetSession(c: Context, web: Web, base: string): void {
  setCookie(c, cookieName(web, base), '', { ...cookieRules(web, base), maxAge: 0 })
}

export function cookieRules(web: Web, base: string) {
  return { httpOnly: true, sameSite: 'Lax', secure: isSecure(web), path: base === '' ? '/' : base } as const
}

/** What the forms of the door carry: they are valid for this browser, whoever it is signed in as. */
export function doorCsrf(c: Context, web: Web): string {
  return csrfToken(visitorSecret(c, web))
}

/** The secrets from which the form tokens of this browser's pages may have been made. */
export function pageSecrets(c: Context<WebEnv>, web: Web): string[] {
  const { session, base } = c.var.visit
  const root = base === '' ? undefined : getCookie(c, cookieName(web, ''))
  return [session?.token, root, getCookie(c, visitorCookie)].filter(secret => secret !== undefined)
}

/** What the form token is made from before anybody has signed in. */
function visitorSecret(c: Context, web: Web): string {
  const known = getCookie(c, visitorCookie)
  if (known && known.length >= 40) return known
  const secret = randomBytes(32).toString('base64url')
  setCookie(c, visitorCookie, secret, cookieRules(web, ''))
  return secret
}

const visitorCookie = 'thidua_khach'

function cookieName(web: Web, base: string): string {
  if (base !== '') return 'thidua_vai'
  return isSecure(web) ? '__Host-thidua' : 'thidua'
}

function isSecure({ system }: Web): boolean {
  return system.publicUrl.startsWith('https:')
}
