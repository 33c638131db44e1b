import { open } from 'node:fs/promises'

/** Writes a file that only its owner can read, also where another one stood before. */
export async function writeOwnFile(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    // The mode is for new files only; what is not a file (/dev/stdout) keeps its own.
    if ((await file.stat()).isFile()) await file.chmod(0o600)
    await file.writeFile(content)
  } finally {
    await file.close()
  }
}
