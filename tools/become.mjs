import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { pinnedNode, root } from './bootstrap.mjs'

/**
 * Goes on as the given TypeScript program on the pinned Node. Where this Node can replace itself (22.15 and newer) there
 * is no wrapper left to lose a signal or to orphan a child; an older one passes signals and the exit code on.
 */
export function become(args) {
  const env = {
    // What was compiled once is read back: a second start is a third faster. Node keeps it per file and per version.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
    ...process.env,
    PATH: `${dirname(pinnedNode())}${delimiter}${process.env.PATH ?? ''}`,
  }
  if (process.execve) process.execve(pinnedNode(), [pinnedNode(), ...args], env)
  const child = spawn(pinnedNode(), args, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => child.kill(signal))
  process.on('exit', () => child.kill('SIGTERM'))
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(127)
  })
  child.on('close', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}
