import { useQuery } from '@tanstack/react-query'
import { getIk } from '#contract/portaal/ik.ts'
import { lees } from '#kit/queries.ts'
import { useBron } from '#kit/useBron.ts'
import { Button } from '../nlds/Button.tsx'
import { Card, Lijst, Rijlink } from '../nlds/Card.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { type Letters, letters, zetLetters } from './letters.ts'
import { navigatie } from './navigatie.ts'
import { usePaginaTeksten } from './paginaTeksten.ts'
import css from './Schil.module.css'
import { useShellTeksten } from './shellTeksten.ts'
import { Uitloggen } from './Uitloggen.tsx'

/** What does not fit beside the thumb, how the portal looks, and the way out. */
export function MeerPagina() {
  const t = useShellTeksten()
  const p = usePaginaTeksten()
  const { data: ik } = useQuery(lees(getIk))
  return (
    <Pagina titel={t.meer} onder={p.meerUitleg}>
      <div className="stapel">
        <Lijst label={t.meer}>
          {navigatie
            .filter(({ alleen }) => alleen === 'breed')
            .map(({ naar, tekst, icoon }) => (
              <li key={naar}>
                <Rijlink to={naar} titel={t[tekst]} icoon={icoon} />
              </li>
            ))}
        </Lijst>
        <Card titel={p.weergave}>
          <Lettergrootte />
        </Card>
        <Card>
          {ik && (
            <Paragraph>
              {p.account} <strong>{ik.naam}</strong>
            </Paragraph>
          )}
          <Uitloggen />
        </Card>
      </div>
    </Pagina>
  )
}

function Lettergrootte() {
  const p = usePaginaTeksten()
  const nu = useBron(letters)
  const keuzes: [Letters, string][] = [
    ['gewoon', p.lettersGewoon],
    ['groot', p.lettersGroot],
    ['grootst', p.lettersGrootst],
  ]
  return (
    <fieldset className={css['keuzes']}>
      <legend>{p.letters}</legend>
      {keuzes.map(([keuze, naam]) => (
        <Button key={keuze} purpose="secondary" toggle pressed={nu === keuze} onClick={() => zetLetters(keuze)}>
          {naam}
        </Button>
      ))}
    </fieldset>
  )
}
