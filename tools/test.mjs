import { join } from 'node:path'
import { become } from './become.mjs'
import { ensureInstalled, root } from './bootstrap.mjs'

await ensureInstalled()
become([join(root, 'tools', 'runTests.ts'), ...process.argv.slice(2)])
