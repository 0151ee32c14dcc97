import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Writes `.br` and `.gz` beside each text file of a build, when that is smaller: the server never compresses files itself. */
export function precompress(): Plugin {
  return {
    name: 'rondom-precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir) return
      for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg|json|ttf)$/.test(entry.name) || entry.name.startsWith('.')) continue
        await compress(join(entry.parentPath, entry.name))
      }
    },
  }
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file)
  const br = await promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  })
  const gz = await promisify(gzip)(content, { level: 9 })
  if (br.length < content.length - 100) await writeFile(`${file}.br`, br)
  if (gz.length < content.length - 100) await writeFile(`${file}.gz`, gz)
}
