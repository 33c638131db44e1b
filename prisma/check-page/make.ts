import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { bundled } from './bundle.ts'

/** Writes the script of the page that checks certificates (`npm run check-page`): one file with all it needs. */
await writeFile(fileURLToPath(new URL('page.min.js', import.meta.url)), await bundled())
