import { expect, it } from 'vitest'
import { toetsVan } from './sneltoetsen.ts'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
  code = '',
) => toetsVan({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

it('names keys in one way on every keyboard', () => {
  expect(press('k', { ctrlKey: true })).toBe('mod+k')
  expect(press('K', { metaKey: true, shiftKey: true })).toBe('mod+shift+k')
  expect(press('Enter', { ctrlKey: true })).toBe('mod+enter')
  expect(press('ArrowRight', { altKey: true }, 'ArrowRight')).toBe('alt+arrowright')
})

it('takes a sign that needs Shift as just that sign', () => {
  expect(press('?', { shiftKey: true }, 'Slash')).toBe('?')
})

it('knows Alt N where a Mac types a tilde', () => {
  expect(press('˜', { altKey: true }, 'KeyN')).toBe('alt+n')
})
