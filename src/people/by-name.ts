const words = new Intl.Collator('vi')

/** Orders people as Vietnamese lists do: by their given name, which is the last word, then by the whole of the name. */
export function byName(one: { fullName: string }, other: { fullName: string }): number {
  return words.compare(given(one), given(other)) || words.compare(one.fullName, other.fullName)
}

function given({ fullName }: { fullName: string }): string {
  return fullName.split(' ').at(-1) ?? ''
}
