import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

/** The page without anybody's data, for when there is no line. */
const schil = '/portaal-bestanden/schil.html'

/** Builds the service worker after the rest, with the list of all files that the portal consists of. */
export function dienstwerker(root: string): Plugin {
  return {
    name: 'rondom-dienstwerker',
    apply: 'build',
    async writeBundle({ dir }, bundel) {
      if (!dir) return
      const bestanden = Object.keys(bundel)
        .filter((naam) => /^assets\/.*\.(js|css|ttf)$/.test(naam))
        // The name carries a hash of the content: it is its own version.
        .map((naam) => ({ url: `/portaal-bestanden/${naam}`, revision: null as string | null }))
      const revision = createHash('sha256')
        .update(readFileSync(join(dir, 'index.html')))
        .digest('hex')
        .slice(0, 16)
      await build({
        root,
        configFile: false,
        logLevel: 'error',
        define: {
          // A worker knows no process; workbox asks it whether to talk much.
          'process.env.NODE_ENV': JSON.stringify('production'),
          __BESTANDEN__: JSON.stringify([...bestanden, { url: schil, revision }]),
          __SCHIL__: JSON.stringify(schil),
        },
        build: {
          outDir: dir,
          emptyOutDir: false,
          copyPublicDir: false,
          lib: { entry: join(root, 'dienst/sw.ts'), formats: ['es'], fileName: () => 'sw.js' },
        },
      })
    },
  }
}
