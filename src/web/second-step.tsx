import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { createAttempts } from '../people/attempts.ts'
import { isOfficer } from '../people/officer.ts'
import { appAddress } from '../people/one-time-code.ts'
import type { Person } from '../people/person.ts'
import { confirmSecondStep, hasSecondStep, secretToConfirm, trySecondStep } from '../people/second-step.ts'
import { type SecurityAction, writeSecurity } from '../people/security-log.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { clientAddress } from './client-address.ts'
import { readForm } from './form.ts'
import { html } from './html.tsx'
import { SECOND_STEP_PATH } from './second-step-first.ts'
import { AskCodePage, EnrolPage, RecoveryCodesPage } from './second-step-page.tsx'
import { passSecondStep, type Session } from './session.ts'
import { rulesOf, type Web, type WebEnv } from './visit.ts'

const quarter = 15 * 60_000
/** Six figures can be guessed: five tries for an account; an office shares one address. */
const ofAccount = { each: 5, windowMilliseconds: quarter }
const ofAddress = { each: 20, windowMilliseconds: quarter }

interface Who {
  session: Session
  person: Person
  key: string
}

/** What became of a code. */
type Done = { is: 'in' } | { is: 'enrolled'; codes: string[] } | { is: 'wrong' | 'unreadable' }

/** The second step of officers: setting it up, and the code at each sign-in. */
export function secondStepRoutes(web: Web): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const { prisma, clock } = web.system
  const accounts = createAttempts(ofAccount)
  const addresses = createAttempts(ofAddress)

  app.get(SECOND_STEP_PATH, async c => {
    const who = whoOwes(c, web)
    return who ? ask(c, web, who, null) : c.redirect(elsewhere(c))
  })

  app.post(SECOND_STEP_PATH, async c => {
    const who = whoOwes(c, web)
    if (!who) return c.redirect(elsewhere(c), 303)
    const now = clock.now()
    const address = clientAddress(c, web.system.publicUrl)
    const typed = String((await readForm(c.req))?.get('ma') ?? '').slice(0, 40)
    if (!accounts.mayTry(who.person.id, now) || !addresses.mayTry(address, now)) return ask(c, web, who, 'tooMany', 429)
    const ofPerson = accounts.count(who.person.id, now)
    addresses.count(address, now)
    const done = await inTransaction(prisma, tx => take(tx, who, typed, now))
    if (done.is === 'in' || done.is === 'enrolled') {
      accounts.takeBack(who.person.id)
      addresses.takeBack(address)
    }
    if (done.is === 'in') return c.redirect(`${c.var.visit.base}/chat`, 303)
    if (done.is === 'enrolled') {
      const visit = { ...c.var.visit, owesSecondStep: false }
      return html(c, <RecoveryCodesPage visit={visit} codes={done.codes} />)
    }
    if (done.is === 'unreadable') web.system.log.error('second steps were locked with another SECOND_STEP_KEY')
    await note(prisma, who, 'secondStep.wrong', now)
    if (ofPerson >= ofAccount.each) await note(prisma, who, 'secondStep.locked', now)
    return ask(c, web, who, done.is, 422)
  })

  return app
}

async function take(tx: Tx, { session, person, key }: Who, typed: string, now: Date): Promise<Done> {
  if (await hasSecondStep(tx, person.id)) {
    const tried = await trySecondStep(tx, person.id, typed, key, now)
    if (tried === 'wrong' || tried === 'unreadable') return { is: tried }
    await passSecondStep(tx, session, now)
    if (tried === 'recovery') await note(tx, { person }, 'secondStep.recovery', now)
    return { is: 'in' }
  }
  const codes = await confirmSecondStep(tx, person.id, typed, key, now)
  if (codes === null) return { is: 'wrong' }
  await passSecondStep(tx, session, now)
  await note(tx, { person }, 'secondStep.confirm', now)
  return { is: 'enrolled', codes }
}

function note(tx: Pick<Tx, 'audit'>, { person }: { person: Person }, action: SecurityAction, now: Date): Promise<void> {
  return writeSecurity(tx, { person, action, subjectType: 'second-step', subjectId: person.id }, now)
}

type Problem = 'tooMany' | 'wrong' | 'unreadable'

async function ask(
  c: Context<WebEnv>,
  web: Web,
  { person, key }: Who,
  problem: Problem | null,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { visit } = c.var
  const { prisma, clock } = web.system
  const secret = await inTransaction(prisma, tx => secretToConfirm(tx, person.id, key, clock.now()))
  const said = problem && visit.t(`accounts.second.${problem}`)
  if (secret === null) return html(c, <AskCodePage visit={visit} problem={said} />, status)
  const address = appAddress(secret, visit.t('web.brand'), person.fullName)
  return html(c, <EnrolPage visit={visit} secret={secret} address={address} problem={said} />, status)
}

/** Null: nobody is signed in, or nothing is owed. */
function whoOwes(c: Context<WebEnv>, web: Web): Who | null {
  const { session, person } = c.var.visit
  const { secondStep } = rulesOf(web)
  if (!session || !person || !secondStep || !isOfficer(person) || session.secondStepAt !== null) return null
  return { session, person, key: secondStep.key }
}

function elsewhere(c: Context<WebEnv>): string {
  const { session, base } = c.var.visit
  return session ? `${base}/phien-dang-nhap` : '/'
}
