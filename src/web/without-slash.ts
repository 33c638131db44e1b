import type { MiddlewareHandler } from 'hono'

/** An address with a slash at its end, where there is nothing, leads to the one without: one rule for all pages. */
export const withoutSlash: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.status !== 404 || !['GET', 'HEAD'].includes(c.req.method)) return
  const { pathname, search } = new URL(c.req.url)
  // Two slashes at the beginning would lead to another house.
  const path = `/${pathname.replace(/^\/+|\/+$/g, '')}`
  if (pathname.endsWith('/') && path !== '/') c.res = c.redirect(`${path}${search}`, 301)
}
