import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getIk } from '#contract/portaal/ik.ts'
import { datum } from '#kit/format.ts'
import { lees } from '#kit/queries.ts'
import { Lijst, Rijlink } from '../nlds/Card.tsx'
import { Lading } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { TextField } from '../nlds/TextField.tsx'
import { paden } from '../paden.ts'
import { usePaginaTeksten } from './paginaTeksten.ts'
import { useShellTeksten } from './shellTeksten.ts'
import { vouw } from './vouw.ts'

/** With more than this one searches: a bewindvoerder has dozens. */
const LANG = 8

export function VoorWiePagina() {
  const t = useShellTeksten()
  const p = usePaginaTeksten()
  const ik = useQuery(lees(getIk))
  const [zoek, setZoek] = useState('')
  return (
    <Pagina titel={t.voorWie} onder={p.voorWieUitleg}>
      <Lading query={ik}>
        {({ dossiers }) => {
          const woorden = vouw(zoek).split(' ').filter(Boolean)
          const gevonden = dossiers.filter(({ naam, adres }) =>
            woorden.every((woord) => vouw(`${naam} ${adres}`).includes(woord)),
          )
          return (
            <div className="stapel">
              {dossiers.length > LANG && (
                <TextField label={p.voorWieZoek} type="search" value={zoek} onWijzig={setZoek} />
              )}
              <p role="status" className="alleen-voorlezen">
                {gevonden.length === 0 && p.voorWieNiets}
              </p>
              {gevonden.length === 0 ? (
                <Paragraph>{p.voorWieNiets}</Paragraph>
              ) : (
                <Lijst label={t.voorWie}>
                  {gevonden.map(({ partijId, naam, adres, hoedanigheid, tot }) => (
                    <li key={partijId}>
                      <Rijlink
                        to={paden.thuis}
                        search={{ namens: hoedanigheid === 'zelf' ? undefined : partijId }}
                        icoon="persoon"
                        titel={hoedanigheid === 'zelf' ? `${naam} (${t.voorUzelf.toLowerCase()})` : naam}
                        onder={[
                          adres,
                          hoedanigheid !== 'zelf' && t.hoedanigheid[hoedanigheid],
                          tot && t.totEnMet(datum(tot)),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      />
                    </li>
                  ))}
                </Lijst>
              )}
            </div>
          )
        }}
      </Lading>
    </Pagina>
  )
}
