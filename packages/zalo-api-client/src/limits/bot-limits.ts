/** Limits of the Bot Platform, in UTF-16 code units. */
export const botLimits = {
  textCharacters: 2000,
  captionCharacters: 2000,
  secretMinCharacters: 8,
  secretMaxCharacters: 256,
} as const
