import { officeName } from '../../campaign/names.ts'
import type { Ctx, Outcome, Screen } from '../../contract/feature.ts'
import type { Go } from '../../outbox/go.ts'
import { formatDate } from '../../reading/format.ts'
import { shortTitle } from '../../records/naming.ts'
import { documentOf } from './document.ts'
import { documentsAbout, documentsNumbered, isAbout, isNumbered, type LibraryDocument } from './library.ts'
import { parts } from './parts.ts'
import { namedInLibrary } from './question.ts'
import { papersNumbered, type Shelved, shelfOf } from './shelf.ts'

type Args = Readonly<Record<string, string>>

/** «Giới thiệu phong trào»: what the plan is, its theme, purposes and requirements as summaries with their section, the plan itself. */
export async function about(ctx: Ctx): Promise<Outcome> {
  const { t, campaign } = ctx
  const { identity, theme, purposes, requirements, redatedFrom } = campaign.plan
  const { documentType, number, signedOn, issuer, parent } = identity
  const document = await documentOf(ctx.tx, campaign.id)
  const listed = (key: string, items: readonly string[]) =>
    [t(`about.${key}`), ...items.map(item => t('about.line', { item }))].join('\n')
  const said = [
    t('about.document', { type: documentType, number, day: formatDate(signedOn), issuer }),
    t('about.parent', { number: parent.number, day: formatDate(parent.signedOn), issuer: parent.issuer }),
    ...(redatedFrom === null ? [] : [t('about.draft', { year: redatedFrom })]),
    t('about.theme', { name: theme.name, text: theme.text }),
    listed('purposes', purposes),
    listed('requirements', requirements),
    document ? t('about.opens') : t('about.notLoaded', { office: officeName(campaign, ctx.today.toString()) }),
  ]
  return {
    title: identity.title,
    text: said.join('\n\n'),
    ...(document ? { attachments: [{ fileId: document.fileId, name: document.name }] } : {}),
    choices: [
      ...parts
        .filter(part => part.lines(ctx).length > 0)
        .map(({ key }) => ({ label: t(`about.parts.${key}`), go: { to: 'about.part', args: { part: key } } })),
      ...(await shelfOf(ctx))
        .filter(({ basis }) => basis === '')
        .slice(-papersAtMost)
        .map(({ id, title }) => ({ label: shortTitle(title), go: { to: 'about.document', args: { id } } })),
      { label: t('menu.toMenu'), go: { to: 'menu' } },
    ],
  }
}

const shownAtOnce = 10
/** Papers of the campaign that are offered beside the plan: the latest. */
const papersAtMost = 6

/** One part of it, a page at a time. */
export async function aboutPart(ctx: Ctx, args: Args): Promise<Outcome> {
  const part = parts.find(({ key }) => key === args.part)
  if (!part) return about(ctx)
  const lines = part.lines(ctx)
  const from = Math.max(0, Number(args.from) || 0)
  const shown = lines.slice(from, from + shownAtOnce)
  const rest = lines.length - from - shown.length
  const more: Screen['choices'] =
    rest > 0
      ? [
          {
            label: ctx.t('about.more', { count: rest }),
            go: { to: 'about.part', args: { part: part.key, from: String(from + shownAtOnce) } },
          },
        ]
      : []
  return {
    title: ctx.t(`about.parts.${part.key}`),
    text: shown.map(item => ctx.t('about.line', { item })).join('\n'),
    choices: [...more, { label: ctx.t('about.back'), go: { to: 'about' } }],
  }
}

/** The documents about a matter: what each is, and those that the office has added. */
export async function aboutMatter(ctx: Ctx, { words = '', together = '' }: Args): Promise<Outcome> {
  const isTogether = together !== ''
  const found = documentsAbout(ctx, words, isTogether)
  const shelf = await shelfOf(ctx)
  const papers = shelf.filter(({ basis, title }) => basis === '' && isAbout(title, words, isTogether))
  const nothing = ctx.t('about.library.nothingAbout', { office: officeName(ctx.campaign, ctx.today.toString()) })
  return inLibrary(ctx, found, papers, shelf, nothing)
}

/** One document by its number: what it is, by whom, where the plan names it, with file or link where the office has added one. */
export async function aboutDocument(ctx: Ctx, { type = '', number = '', id = '' }: Args): Promise<Outcome> {
  const { t, campaign } = ctx
  const shelf = await shelfOf(ctx)
  const found = id === '' ? documentsNumbered(ctx, type, number) : []
  const papers = id === '' ? papersNumbered(shelf, number) : shelf.filter(one => one.id === id && one.basis === '')
  if (found.length + papers.length === 0 && isNumbered(campaign.plan.identity.number, number)) return about(ctx)
  const office = officeName(campaign, ctx.today.toString())
  return inLibrary(ctx, found, papers, shelf, t('about.library.notHere', { number: number.toUpperCase(), office }))
}

/** Documents and papers in words, with what the office has added to them; `nothing`: said where there are none. */
function inLibrary(
  { t }: Ctx,
  found: readonly LibraryDocument[],
  papers: readonly Shelved[],
  shelf: readonly Shelved[],
  nothing: string,
): Screen {
  const lines = [...found.map(({ told }) => told), ...papers.map(({ title }) => title)]
  const had = [...shelf.filter(({ basis }) => found.some(({ code }) => code !== '' && code === basis)), ...papers]
  const links = had.flatMap(({ link, title, basis }) =>
    link === null ? [] : [{ label: t('about.shelf.open', { title: title || nameOf(found, basis) }), url: link }],
  )
  const rest = lines.length - shownAtOnce
  return {
    title: t('about.library.title'),
    text:
      lines.length === 0
        ? nothing
        : [
            ...lines.slice(0, shownAtOnce).map(item => t('about.line', { item })),
            ...(rest > 0 ? [t('about.library.moreOfThem', { count: rest })] : []),
          ].join('\n'),
    attachments: had.flatMap(({ file }) => file ?? []),
    ...(links.length > 0 ? { links } : {}),
    choices: [
      { label: t('about.parts.bases'), go: { to: 'about.part', args: { part: 'bases' } } },
      { label: t('menu.toMenu'), go: { to: 'menu' } },
    ],
  }
}

function nameOf(found: readonly LibraryDocument[], basis: string): string {
  return found.find(({ code }) => code === basis)?.name ?? ''
}

/** What a text that nothing else understands finds in the library; undefined: nothing. */
export async function namedInWords(ctx: Ctx, text: string): Promise<Go | undefined> {
  const named = namedInLibrary(text)
  if (named === null) return undefined
  const shelf = await shelfOf(ctx)
  if ('number' in named) {
    const { number } = named
    const isHere = documentsNumbered(ctx, '', number).length + papersNumbered(shelf, number).length > 0
    return isHere ? { to: 'about.document', args: { type: '', number } } : undefined
  }
  const { words } = named
  const isHere =
    documentsAbout(ctx, words, true).length > 0 ||
    shelf.some(({ basis, title }) => basis === '' && isAbout(title, words, true))
  return isHere ? { to: 'about.search', args: { words, together: 'x' } } : undefined
}
