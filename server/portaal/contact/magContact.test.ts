import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { domeinen } from '#contract/portaal/toegang.ts'
import { maakContact } from '#server/klantcontacten/testing/contact.ts'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { type Huis, maakHuis } from '../testing/huis.ts'
import type { Toegang } from '../toegang/toegang.ts'
import { contactZichtbaar, magContact } from './magContact.ts'

let rondom: TestRondom
let huis: Huis
beforeAll(async () => {
  rondom = await startTestRondom()
  huis = await maakHuis(rondom)
  await sql`insert into kanaal (code, naam, volgorde) values ('telefoon', 'Telefoon', 1) on conflict do nothing`.execute(
    rondom.db,
  )
  await rondom.write(async (w) => {
    for (const partijId of [huis.huurder, huis.medehuurder, huis.buur])
      for (const toonInPortaal of [true, false]) await maakContact(w, { partijId, vraag: 'Proef', toonInPortaal })
  })
  // Confidential and shown does not happen by itself; the rule must not rely on that.
  await sql`update klantcontact set vertrouwelijk = true where id in (
    select klantcontact_id from betrokkene where partij_id = ${huis.buur})`.execute(rondom.db)
  // Somebody spoke for the neighbour once.
  await sql`
    insert into betrokkene (id, klantcontact_id, partij_id, rol, initiator)
    select ${newId()}, klantcontact_id, ${huis.bewindvoerder}, 'vertegenwoordiger', false
    from betrokkene where partij_id = ${huis.medehuurder} limit 1`.execute(rondom.db)
})
afterAll(() => rondom.close())

const toegangVan = (partijId: string, gedekt: readonly string[] = domeinen): Toegang => ({
  klant: { accountId: newId(), sessieId: newId(), partijId, naam: '', taal: 'nl', sterk: false, eigenApparaat: false },
  partijId,
  naam: '',
  hoedanigheid: 'zelf',
  domeinen: new Set(domeinen.filter((domein) => gedekt.includes(domein))),
  tot: null,
  contracten: [],
})

it('is decided by the query as by the rule, for everybody', async () => {
  const posts = await rondom.db.selectFrom('klantcontact').selectAll().execute()
  const wie = await rondom.db.selectFrom('betrokkene').select(['klantcontact_id', 'rol', 'partij_id']).execute()
  const gezien: Record<string, number> = {}
  for (const partijId of [huis.huurder, huis.medehuurder, huis.buur, huis.bewindvoerder])
    for (const gedekt of [domeinen, ['betalen']]) {
      const toegang = toegangVan(partijId, gedekt)
      const volgensRegel = posts.filter((post) =>
        magContact(
          toegang,
          post,
          wie.filter((each) => each.klantcontact_id === post.id),
        ),
      )
      const volgensVraag = await rondom.db
        .selectFrom('klantcontact')
        .select('id')
        .where(contactZichtbaar(toegang))
        .execute()
      expect(volgensVraag.map(({ id }) => id).sort()).toEqual(volgensRegel.map(({ id }) => id).sort())
      gezien[`${partijId} ${gedekt.length}`] = volgensRegel.length
    }
  // His own that is shown, and nothing of the others in the house, confidential, or as somebody who only spoke for one.
  expect(Object.values(gezien)).toEqual([1, 0, 1, 0, 0, 0, 0, 0])
})
