import { describe, expect, it } from 'vitest'
import type { TijdlijnItem } from '#contract/klantbeeld.ts'
import { voegBijeen } from './voegBijeen.ts'

function item(nummer: number, titel = `item ${nummer}`): TijdlijnItem {
  return {
    id: String(nummer).padStart(4, '0'),
    moment: new Date(nummer * 60_000).toISOString(),
    soort: 'klantcontact',
    verwijzingId: String(nummer),
    titel,
    samenvatting: '',
    kanaal: null,
    richting: null,
    medewerker: null,
    zichtbaarInPortaal: false,
    vertrouwelijk: false,
    gegevens: {},
    via: null,
    antwoordOp: null,
    antwoorden: [],
  }
}
const oud = () => ({
  pages: [
    { rijen: [item(9), item(8), item(7)], volgende: 'c7' },
    { rijen: [item(6), item(5)], volgende: 'c5' },
  ],
  pageParams: [undefined, 'c7'],
})
const titels = (data: { pages: { rijen: TijdlijnItem[] }[] }) =>
  data.pages.flatMap((page) => page.rijen.map(({ titel }) => titel))

describe('a fresh first page over the tijdlijn', () => {
  it('puts new items on top and reads on where it was', () => {
    const na = voegBijeen(oud(), { rijen: [item(11), item(10), item(9)], volgende: 'c9' })

    expect(titels(na)).toEqual([11, 10, 9, 8, 7, 6, 5].map((n) => `item ${n}`))
    expect(na.pages.map((page) => page.volgende)).toEqual(['c7', 'c5'])
  })

  it('changes an item in its place, on any page', () => {
    const na = voegBijeen(oud(), { rijen: [item(9), item(8, 'afgerond'), item(7), item(6, 'ook')] })

    expect(titels(na)).toEqual(['item 9', 'afgerond', 'item 7', 'ook', 'item 5'])
  })

  it('drops what is no longer there', () => {
    expect(titels(voegBijeen(oud(), { rijen: [item(9), item(7)] }))).toEqual(['item 9', 'item 7', 'item 6', 'item 5'])
  })

  it('fills an empty tijdlijn', () => {
    const na = voegBijeen({ pages: [{ rijen: [] }], pageParams: [undefined] }, { rijen: [item(1)] })
    expect(na.pages[0]?.rijen).toHaveLength(1)
  })
})
