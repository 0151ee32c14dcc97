import { useState } from 'react'
import { listConcepten, listPortaalProcessen } from '#contract/portaal/processen.ts'
import { wanneer } from '#kit/format.ts'
import { haalRekenkern } from '../formulier/useRekenkern.ts'
import { useLees } from '../namens.ts'
import { Lijst, Rijlink } from '../nlds/Card.tsx'
import { icoonVan } from '../nlds/icoonVan.ts'
import { Lading, Leeg } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Heading, Paragraph } from '../nlds/Tekst.tsx'
import { TextField } from '../nlds/TextField.tsx'
import { paden } from '../paden.ts'
import { useProcesTeksten } from './procesTeksten.ts'
import { zoekProces } from './zoekProces.ts'

/** All that one can arrange oneself, found by the words that people use. */
export function RegelenPagina() {
  const t = useProcesTeksten()
  const [vraag, setVraag] = useState('')
  const processen = useLees(listPortaalProcessen)
  const { data: concepten } = useLees(listConcepten)
  return (
    <Pagina titel={t.titel}>
      <div className="stapel">
        <TextField
          type="search"
          label={t.zoek}
          uitleg={t.zoekUitleg}
          autoComplete="off"
          enterKeyHint="search"
          value={vraag}
          onWijzig={setVraag}
        />
        {concepten && concepten.rijen.length > 0 && vraag === '' && (
          <>
            <Heading level={2}>{t.begonnen}</Heading>
            <Lijst label={t.begonnen}>
              {concepten.rijen.map((concept) => (
                <li key={concept.id}>
                  <Rijlink
                    to={paden.proces(concept.proces)}
                    icoon="bewerk"
                    titel={concept.naam}
                    onder={t.laatst(wanneer(concept.gewijzigdOp))}
                  />
                </li>
              ))}
            </Lijst>
            <Heading level={2}>{t.regelen}</Heading>
          </>
        )}
        <Lading query={processen}>
          {({ rijen }) => {
            const gevonden = zoekProces(rijen, vraag)
            return (
              <>
                <p role="status" className="alleen-voorlezen">
                  {vraag && t.gevonden(gevonden.length)}
                </p>
                {gevonden.length === 0 ? (
                  <Leeg icoon="zoek" titel={t.niets}>
                    <Paragraph>{t.nietsUitleg}</Paragraph>
                  </Leeg>
                ) : (
                  <Lijst label={t.titel}>
                    {gevonden.map(({ proces, naam, omschrijving, icoon }) => (
                      <li key={proces}>
                        <Rijlink
                          to={paden.proces(proces)}
                          icoon={icoonVan(icoon)}
                          titel={naam}
                          onder={omschrijving}
                          // What a form needs to think with is the largest part: it may come before it is asked.
                          onPointerDown={() => void haalRekenkern().catch(() => {})}
                        />
                      </li>
                    ))}
                  </Lijst>
                )}
              </>
            )
          }}
        </Lading>
      </div>
    </Pagina>
  )
}
