/** A text in which web addresses can be followed. Everything else stays text: nothing in it is markup. */
export function LinkedText({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"'«»]+)/)
  return (
    <>
      {parts.map((part, index) => {
        if (index % 2 === 0) return part
        const [, url = part, rest = ''] = /^(.*?)([.,;:!?)\]]*)$/.exec(part) ?? []
        return (
          <>
            <a href={url} rel="noopener noreferrer nofollow" target="_blank">
              {url}
            </a>
            {rest}
          </>
        )
      })}
    </>
  )
}
