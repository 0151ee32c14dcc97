import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { bpmnNl } from '../schemaeditor/vertaling.nl.ts'
import { dmnEn, dmnNl } from './vertaling.nl.ts'

const require = createRequire(import.meta.url)

/** Every fixed sentence that a package asks a translation of, in these folders of it. */
function zinnen(pakket: string, mappen: readonly string[]): string[] {
  const wortel = dirname(require.resolve(`${pakket}/package.json`))
  const bestanden = mappen.flatMap((map) =>
    readdirSync(join(wortel, map), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && each.name.endsWith('.js'))
      .map((each) => join(each.parentPath, each.name)),
  )
  const tekst = bestanden.map((bestand) => readFileSync(bestand, 'utf8')).join('\n')
  return [...tekst.matchAll(/translate\(\s*'((?:[^'\\]|\\.)+)'/g)].map(([, zin = '']) => zin)
}

/** Of parts that we leave out of the palette or do not open. */
const nietTeZien =
  /HELLO|lane|participant|pool|data |group|Loop|Collection|Participant|compensation|conditional|Create (?:task|intermediate)|Append (?:task|intermediate)|' \+|literal expression editor/i

it('everything that a decision table says, it says in Dutch', () => {
  const gevraagd = [
    ...zinnen('dmn-js-decision-table', ['lib']),
    ...zinnen('dmn-js-literal-expression', ['lib']),
    ...zinnen('dmn-js-shared', ['lib']),
  ]
  expect(gevraagd.length).toBeGreaterThan(100)
  expect([...new Set(gevraagd)].filter((zin) => !(zin in dmnNl) && !nietTeZien.test(zin))).toEqual([])
})

it('everything that the drawing says, it says in Dutch', () => {
  const gevraagd = [...zinnen('bpmn-js', ['lib/features']), ...zinnen('diagram-js', ['lib/features'])]
  expect(gevraagd.length).toBeGreaterThan(20)
  expect([...new Set(gevraagd)].filter((zin) => !(zin in bpmnNl) && !nietTeZien.test(zin))).toEqual([])
})

it('keeps what is filled in, and names no word of two meanings', () => {
  for (const [en, nl] of Object.entries({ ...dmnNl, ...bpmnNl })) {
    const gaten = (zin: string) => [...zin.matchAll(/{[^}]+}/g)].map(([gat]) => gat)
    expect(gaten(nl), en).toEqual(gaten(en))
  }
  expect(Object.keys(dmnEn).filter((zin) => !(zin in dmnNl))).toEqual([])
})
