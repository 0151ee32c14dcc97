import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from '../../tools/precompress.ts'
import { dienstwerker } from './bouw/dienstwerker.ts'
import { nldsStijl } from './bouw/nldsStijl.ts'

const root = import.meta.dirname

/** Of our own and of the packages, what the frame of every page consists of. */
const isSchil =
  /\/web\/kit\/(?:api|bron|format|Icoon|id|probleem|queries|sessie|teksten|useBron|verbinding)\.tsx?|\/web\/portaal\/(?:shell\/|begin|namens|organisatie|paden|wortel|offline\/stand|nlds\/(?:Alert|ButtonLink|Lading|Link|Pagina|Tekst|nldsTeksten|teksten\.nl))|\/contract\/(?:endpoint|vormen|portaal\/(?:endpoint|ik|organisatie|toegang))\.ts|@nl-design-system-candidate\/(?!button)|@babel\/runtime|\/clsx\/|preload-helper/

export default defineConfig({
  root,
  base: '/portaal-bestanden/',
  plugins: [nldsStijl(), react(), dienstwerker(root), precompress()],
  resolve: {
    // The contract describes every message with zod; only the server checks by it. See bouw/geenZod.ts.
    alias: [{ find: /^zod$/, replacement: resolve(root, 'bouw/geenZod.ts') }],
  },
  build: {
    outDir: resolve(root, '../../dist/portaal'),
    emptyOutDir: true,
    manifest: true,
    // Everything a phone of the last two years knows; no polyfills.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.4'],
    // Fonts and icons stay files: a data: address would not pass the content security policy.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What is there from the start need not be named with every page.
      resolveDependencies: (_naam, delen, { hostType }) =>
        hostType === 'html' ? delen : delen.filter((deel) => !/\/(basis|schil|rolldown-runtime)-/.test(deel)),
    },
    reportCompressedSize: false,
    // bundel.test.ts guards what counts: gzipped bytes before the first screen.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // A description of a message that nothing uses here leaves nothing behind.
      treeshake: { manualPureFunctions: ['z', 'endpoint', 'portaalEndpoint'] },
      output: {
        codeSplitting: {
          // Libraries change seldom: after an upgrade of Rondom a phone keeps this file.
          groups: [
            {
              name: 'basis',
              priority: 2,
              // Not what only some pages use of them.
              test: (id) =>
                /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-)?(router|query|history|store)[^/]*)\//.test(
                  id,
                ) &&
                !/mutationObserver|useMutation|infiniteQueryObserver|useInfiniteQuery|queriesObserver|useQueries|useBlocker/.test(
                  id,
                ),
            },
            // What every page has, in one file: the smaller the pieces, the worse they compress.
            {
              name: 'schil',
              test: (id) =>
                isSchil.test(id) &&
                !/Wachtend|paginaTeksten|Pagina\.tsx|\.css|teksten\.en/.test(id.replace('nlds/Pagina.tsx', '')),
            },
          ],
        },
      },
    },
  },
  // `npm run dev` next to a server on port 3000.
  server: { port: 5174, proxy: { '/api': { target: 'http://127.0.0.1:3000', xfwd: true } } },
})
