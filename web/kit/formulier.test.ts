import { expect, it } from 'vitest'
import { verdeelFouten } from './formulier.ts'

const fout = (name: string) => ({ name, code: 'ongeldig', reason: `${name} klopt niet.` })

it('gives each objection of the server to the field of the same name', () => {
  const bestaat = (name: string) => ['naam', 'adressen.0.postcode'].includes(name)

  const { velden, rest } = verdeelFouten(
    [fout('naam'), fout('adressen.0.postcode'), fout('partijId')],
    undefined,
    bestaat,
  )

  expect(velden.map((each) => each.name)).toEqual(['naam', 'adressen.0.postcode'])
  expect(rest.map((each) => each.name)).toEqual(['partijId'])
})

it('knows fields that are deeper in the request than in the form', () => {
  const { velden } = verdeelFouten([fout('terugkoppeling.antwoord')], 'terugkoppeling', (name) => name === 'antwoord')

  expect(velden).toMatchObject([{ name: 'antwoord', reason: 'terugkoppeling.antwoord klopt niet.' }])
})
