import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from '../../tools/precompress.ts'

const root = import.meta.dirname

export default defineConfig({
  root,
  base: '/werkplek/',
  plugins: [react(), precompress()],
  build: {
    outDir: resolve(root, '../../dist/werkplek'),
    emptyOutDir: true,
    manifest: true,
    // Everything a browser of the last two years knows; no polyfills.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.4'],
    // Fonts and icons stay files: a data: address would not pass the content security policy of a stricter proxy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // tools/bundel.test.ts guards what counts: gzipped bytes before the first screen.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Libraries change seldom: after an upgrade of Rondom a browser keeps this file.
          groups: [
            {
              name: 'basis',
              test: /node_modules\/(react|react-dom|scheduler|zod|@tanstack\/(react-)?(router|query|history|store)[^/]*)\//,
            },
          ],
        },
      },
    },
  },
  // `npm run dev` next to a server on port 3000.
  server: { port: 5173, proxy: { '/api': { target: 'http://127.0.0.1:3000', xfwd: true } } },
})
