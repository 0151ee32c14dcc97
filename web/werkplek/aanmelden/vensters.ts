/** Other windows and tabs of this browser: who signs in in one, is signed in in all. */
const kanaal = 'rondom.aangemeld'

export function vertelAangemeld(): void {
  const channel = new BroadcastChannel(kanaal)
  channel.postMessage('')
  channel.close()
}

/** @returns how to stop listening */
export function hoorAangemeld(listener: () => void): () => void {
  const channel = new BroadcastChannel(kanaal)
  channel.onmessage = listener
  return () => channel.close()
}
