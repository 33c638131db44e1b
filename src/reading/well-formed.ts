/**
 * The text as every part of the system can keep it: half an emoji (a lone surrogate) becomes the sign for an unreadable letter,
 * NUL goes. Databases refuse both, and a message that is refused would come again for ever: each door lets text in through here.
 */
export function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

/** A JSON text read with all its strings well-formed. @throws SyntaxError */
export function wellFormedJson(json: string): unknown {
  return JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value))
}
