import { afterEach, expect, it } from 'vitest'
import { ApiProblem, detailOf } from './probleem.ts'
import { taalkeuze } from './teksten.ts'

afterEach(() => taalkeuze.set('nl'))

const probleem = (code: string) => new ApiProblem({ status: 409, code, detail: 'Zoals de server het zegt.' })

it('says in Dutch what the server said', () => {
  expect(detailOf(probleem('geen-recht'))).toBe('Zoals de server het zegt.')
})

it('says in English what any screen may run into, and leaves what only one rule says', () => {
  taalkeuze.set('en')

  expect(detailOf(probleem('geen-recht'))).toBe('You may not do this. Ask your functional administrator.')
  expect(detailOf(probleem('al-opgepakt'))).toBe('Zoals de server het zegt.')
  expect(detailOf(new TypeError('x is undefined'))).toContain('Load the page again')
})
