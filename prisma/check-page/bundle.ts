import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The script of the page that checks certificates, as it stands in the page. */
export async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    ...{
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: 'es2020',
      charset: 'ascii',
      legalComments: 'none',
    },
  })
  return outputFiles[0]?.text ?? ''
}
