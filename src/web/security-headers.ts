import { secureHeaders } from 'hono/secure-headers'

/** Nothing but our own files runs, is shown or is sent to; no page is shown inside another, only files that say so themselves. */
export function securityHeaders(publicUrl: string) {
  const own = ["'self'"]
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: own,
      styleSrc: own,
      imgSrc: own,
      frameSrc: own,
      connectSrc: own,
      formAction: own,
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
    // Not «no-referrer»: with it browsers send «Origin: null» from our own forms.
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    // A file that is shown in place is stricter in all but where it may stand.
    overwrite: false,
  })
}
