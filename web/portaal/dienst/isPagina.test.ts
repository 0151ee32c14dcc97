import { expect, test } from 'vitest'
import { isPagina } from './isPagina.ts'

test.each(['/', '/regelen', '/zaken/0190-x', '/contact/nieuw', '/apiarium', '/werkplekken'])('%s is a page', (pad) => {
  expect(isPagina(pad)).toBe(true)
})

test.each([
  '/werkplek',
  '/werkplek/klanten',
  '/api/portaal/ik',
  '/aanmelden',
  '/enquete/abc',
  '/favicon.ico',
  '/sw.js',
])('%s is not', (pad) => {
  expect(isPagina(pad)).toBe(false)
})
