import { expect, test } from 'vitest'
import { bewerk, botsingen, naBewaren, voegSamen } from './samenvoegen.ts'

const bewaard = { 'proces.bpmn': 'p1', 'regels.dmn': 'r1' }

test('what was changed lies over what is kept; what was not touched follows the draft', () => {
  const mijn = bewerk(bewaard, {}, 'regels.dmn', 'r2')

  expect(voegSamen({ ...bewaard, 'proces.bpmn': 'p2' }, mijn)).toEqual({ 'proces.bpmn': 'p2', 'regels.dmn': 'r2' })
})

test('a file can be added and taken away, and changing it back is no change', () => {
  const erbij = bewerk(bewaard, {}, 'berichten/dank.md', 'Dank')
  const weg = bewerk(bewaard, erbij, 'regels.dmn', null)

  expect(voegSamen(bewaard, weg)).toEqual({ 'proces.bpmn': 'p1', 'berichten/dank.md': 'Dank' })
  expect(bewerk(bewaard, bewerk(bewaard, weg, 'regels.dmn', 'r1'), 'berichten/dank.md', null)).toEqual({})
})

test('a colleague who kept another text of the same file collides; another file does not', () => {
  const mijn = bewerk(bewaard, bewerk(bewaard, {}, 'regels.dmn', 'r2'), 'regels.dmn', 'r3')

  expect(botsingen(bewaard, mijn)).toEqual([])
  expect(botsingen({ ...bewaard, 'proces.bpmn': 'p2' }, mijn)).toEqual([])
  expect(botsingen({ ...bewaard, 'regels.dmn': 'van een collega' }, mijn)).toEqual(['regels.dmn'])
  expect(botsingen({ ...bewaard, 'regels.dmn': 'r3' }, mijn)).toEqual([])
  expect(botsingen({ 'proces.bpmn': 'p1' }, mijn)).toEqual(['regels.dmn'])
})

test('what was typed while it was being kept is still to be kept, on top of what was sent', () => {
  const verstuurd = bewerk(bewaard, bewerk(bewaard, {}, 'regels.dmn', 'r2'), 'proces.bpmn', 'p2')
  const intussen = bewerk(bewaard, verstuurd, 'regels.dmn', 'r3')

  expect(naBewaren(intussen, verstuurd)).toEqual({ 'regels.dmn': { basis: 'r2', tekst: 'r3' } })
})
