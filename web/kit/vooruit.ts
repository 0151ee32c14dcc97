let busy = 0

/** Fetches what is not asked for yet. When that fails nobody needs to know: it is fetched again when it is. */
export async function haalVooruit(load: () => Promise<unknown>): Promise<void> {
  busy += 1
  await load().catch(() => {})
  busy -= 1
}

/** Whether a part that could not be fetched may be one that nobody asked for. */
export const haaltVooruit = () => busy > 0
