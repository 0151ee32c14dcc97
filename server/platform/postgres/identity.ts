import { type SpawnOptions, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { StartError } from './startError.ts'

/**
 * As whom PostgreSQL runs; it refuses to be root.
 * - `self`: we are not root ourselves.
 * - `namespace`: root inside a user namespace without mapping. PostgreSQL sees "nobody", the files stay root's, and it
 *   can still enter a clone in root's own home folder.
 * - `user`: an unprivileged account, where user namespaces are switched off.
 */
export type Identity = { kind: 'self' } | { kind: 'namespace' } | { kind: 'user'; uid: number; gid: number }

/** Existing data decides: what was made as one user stays with that user. */
export function chooseIdentity(dataFolder: string): Identity {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  const owner = statSync(dataFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { kind: 'user', uid: owner.uid, gid: owner.gid }
  return userNamespacesWork() ? { kind: 'namespace' } : unprivilegedUser()
}

/** The account PostgreSQL would have on this machine, else the one that owns nothing. */
export function unprivilegedUser(): Identity {
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { kind: 'user', uid: Number(uid), gid: Number(gid) }
  }
  throw new StartError(
    'PostgreSQL mag niet als root draaien, en er is geen account "postgres" of "nobody" om het mee te starten. ' +
      'Start Rondom als gewone gebruiker, of geef met DATABASE_URL een eigen PostgreSQL.',
  )
}

export type Command = { file: string; args: string[]; options: SpawnOptions }

/** The command that runs a PostgreSQL program under that identity. */
export function commandAs(identity: Identity, program: string, programArgs: string[]): Command {
  // A clean environment: PGDATA, PGPORT and a locale of the caller must not leak into the server.
  const clean: SpawnOptions = { cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } }
  const options = identity.kind === 'user' ? { ...clean, uid: identity.uid, gid: identity.gid } : clean
  const prefix = identity.kind === 'namespace' ? ['unshare', '--user', '--'] : []
  const [file = program, ...args] = [...prefix, program, ...programArgs]
  return { file, args, options }
}

/** The same for the server, which Linux then tells to stop when the process that started it is killed. */
export function serverCommandAs(identity: Identity, program: string, programArgs: string[]): Command {
  const lastWill = ['--pdeathsig', 'INT', '--']
  if (!succeeds('setpriv', [...lastWill, 'true'])) return commandAs(identity, program, programArgs)
  return commandAs(identity, 'setpriv', [...lastWill, program, ...programArgs])
}

function userNamespacesWork(): boolean {
  return succeeds('unshare', ['--user', '--', 'true'])
}

function succeeds(program: string, args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}
