import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import bundled, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium of the machine, or the one from npm where there is none. Works as root, and without a screen. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = installed.find((path) => existsSync(path)) ?? (await bundled.executablePath())
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-default-apps',
    '--no-first-run',
    '--mute-audio',
    '--force-color-profile=srgb',
    '--font-render-hinting=none',
  ]
  try {
    return await chromium.launch({ executablePath, args })
  } catch (error) {
    if (!/shared librar/.test(String(error))) throw error
    // A bare machine lacks NSS and friends; the package carries them for that case.
    const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
    await inflate(join(bin, 'al2023.tar.br'))
    const env = { ...process.env, LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') }
    return await chromium.launch({ executablePath, args, env })
  }
}
