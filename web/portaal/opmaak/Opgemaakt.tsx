import { Fragment } from 'react'
import { Anchor } from '../nlds/Link.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { leesOpmaak, type Stukje } from './leesOpmaak.ts'
import css from './Opgemaakt.module.css'

/** A message of ours, as it was written: drawn element by element, so that no text can become more than text. */
export function Opgemaakt({ tekst }: { tekst: string }) {
  return (
    <div className={css['tekst']}>
      {leesOpmaak(tekst).map(({ soort, regels }, plek) => {
        const key = `${plek}${soort}`
        if (soort === 'lijst') {
          return (
            <ul key={key}>
              {regels.map((regel) => (
                <li key={regel.map((each) => each.tekst).join('')}>
                  <Regel stukjes={regel} />
                </li>
              ))}
            </ul>
          )
        }
        return (
          <Paragraph key={key} className={soort === 'kop' ? css['kop'] : undefined}>
            <Regels regels={regels} />
          </Paragraph>
        )
      })}
    </div>
  )
}

function Regels({ regels }: { regels: readonly (readonly Stukje[])[] }) {
  return regels.map((regel, nummer) => {
    const key = `${nummer}${regel[0]?.tekst}`
    return (
      <Fragment key={key}>
        {nummer > 0 && <br />}
        <Regel stukjes={regel} />
      </Fragment>
    )
  })
}

function Regel({ stukjes }: { stukjes: readonly Stukje[] }) {
  return stukjes.map(({ tekst, sterk, naar }, plek) => {
    const key = `${plek}${tekst}`
    if (naar) {
      return (
        <Anchor key={key} href={naar}>
          {tekst}
        </Anchor>
      )
    }
    return sterk ? <strong key={key}>{tekst}</strong> : <Fragment key={key}>{tekst}</Fragment>
  })
}
