import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Flash, openFlash, sealFlash } from '../web/flash.ts'
import { cookieRules } from '../web/visit.ts'
import type { Desk } from './entering.ts'

const flashCookie = 'thidua_kq'

/** What was done is told on the page that is shown next, whichever that is. */
export function giveFlash(c: Context, desk: Desk, flash: Flash): void {
  setCookie(c, flashCookie, sealFlash(flash, desk.session.token), { ...cookieRules(desk.web, desk.base), maxAge: 60 })
}

/** Told once. */
export function takeFlash(c: Context, desk: Desk): Flash | null {
  const flash = openFlash(getCookie(c, flashCookie), desk.session.token)
  if (flash) deleteCookie(c, flashCookie, cookieRules(desk.web, desk.base))
  return flash
}
