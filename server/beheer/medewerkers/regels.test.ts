import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rollen } from '#contract/rechten.ts'
import { checkGezag } from './regels.ts'

const someRollen = fc.uniqueArray(fc.constantFrom(...rollen))
const ids = ['ada', 'bea', 'cor']
type Mens = { id: string; rollen: (typeof rollen)[number][]; actief: boolean }

it('never lets an organisatie lose its last functioneel beheerder, whatever is changed in whatever order', () => {
  const change = fc.record({ id: fc.constantFrom(...ids), rollen: someRollen, actief: fc.boolean() })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const mensen = new Map<string, Mens>(
        ids.map((id) => [id, { id, rollen: ['functioneel-beheerder'], actief: true }]),
      )
      const beheerders = () =>
        [...mensen.values()].filter((mens) => mens.actief && mens.rollen.includes('functioneel-beheerder'))
      for (const wordt of changes) {
        const was = mensen.get(wordt.id)
        if (!was) continue
        try {
          checkGezag('iemand anders', was, wordt, beheerders())
          mensen.set(wordt.id, wordt)
        } catch (error) {
          expect(error).toMatchObject({ code: 'laatste-beheerder' })
        }
        expect(beheerders().length).toBeGreaterThan(0)
      }
    }),
  )
})

it('lets nobody touch his own roles, not even give himself more', () => {
  fc.assert(
    fc.property(someRollen, someRollen, (voor, na) => {
      const change = () =>
        checkGezag('ada', { id: 'ada', rollen: voor, actief: true }, { id: 'ada', rollen: na, actief: true }, [
          { id: 'bea' },
        ])
      const same = voor.length === na.length && voor.every((rol) => na.includes(rol))
      if (same) expect(change).not.toThrow()
      else expect(change).toThrow('eigen rollen')
    }),
  )
})
