/** How a browser shows a kind of file within a page without running anything of it; null: it is only to be had as a download. */
export function shownAs(mime: string | null | undefined): 'picture' | 'document' | null {
  if (mime === 'application/pdf') return 'document'
  return mime === 'image/jpeg' || mime === 'image/png' || mime === 'image/webp' ? 'picture' : null
}
