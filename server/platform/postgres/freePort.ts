import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** A TCP port on this machine that was free a moment ago; who uses it must be ready to lose the race and ask again. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server's address is never a string; that is for sockets.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
