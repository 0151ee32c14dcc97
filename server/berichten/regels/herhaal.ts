/** After this many tries a message is a person's business. */
export const maxPogingen = 8

const minuten = [1, 2, 5, 15, 60, 180, 480]

/** When to try again after `pogingen` tries that failed; a mail server that is down for a night is no lost message. */
export function volgendePoging(pogingen: number, now: Date): Date | undefined {
  const wacht = pogingen >= maxPogingen ? undefined : minuten[Math.min(pogingen, minuten.length) - 1]
  return wacht === undefined ? undefined : new Date(now.getTime() + wacht * 60_000)
}
