import type { ClientBase } from 'pg'

/**
 * The numbers of posts and taken, given here instead of by the database: the tijdlijn shows them, and its row is made
 * before the post itself is written.
 */
export async function openNummers(client: ClientBase) {
  const { rows } = await client.query<{ contactmoment: number; taak: number }>(
    "select nextval('contactmomentnummer')::int as contactmoment, nextval('taaknummer')::int as taak",
  )
  let { contactmoment, taak } = rows[0] ?? { contactmoment: 1, taak: 1 }
  return {
    contactmoment: () => contactmoment++,
    taak: () => taak++,
    /** From here on the database goes on. */
    async bewaar() {
      await client.query("select setval('contactmomentnummer', $1, false), setval('taaknummer', $2, false)", [
        contactmoment,
        taak,
      ])
    },
  }
}
