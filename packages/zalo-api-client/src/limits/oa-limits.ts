/** Limits of OA messages and uploads, in UTF-16 code units, items or bytes. */
export const oaLimits = {
  textCharacters: 2000,
  buttons: 5,
  buttonTitleCharacters: 100,
  queryPayloadCharacters: 1000,
  // Two clients say 5; one guide says 4.
  listElements: 5,
  elementTitleCharacters: 100,
  elementSubtitleCharacters: 500,
  imageBytes: 1024 * 1024,
  gifBytes: 5 * 1024 * 1024,
  fileBytes: 5 * 1024 * 1024,
  messagesPerRead: 10,
  usersPerRead: 50,
} as const
