import { Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { finishTaak, type Taak } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useInvulwacht } from '#kit/Invulwacht.tsx'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import css from '../Taak.module.css'
import { useTakenTeksten } from '../takenTeksten.ts'
import { useTaakactie } from '../useTaakactie.ts'
import { Actievenster } from './Actievenster.tsx'
import { Terugkoppelvelden } from './Terugkoppelvelden.tsx'
import { useTerugkoppeling } from './useTerugkoppeling.ts'

/** The outcome, and in the same breath what the customer was told. Leaving that out warns about the open promise. */
export function Afrondvenster({ taak, onSluiten }: { taak: Taak; onSluiten: () => void }) {
  const t = useTakenTeksten()
  const owed = taak.belofte && taak.belofteIngelostOp === null
  const [uitkomst, setUitkomst, wisUitkomst] = useTabwaarde(`uitkomst.${taak.id}`, '')
  const [keuze, setKeuze, wisKeuze] = useTabwaarde<'ja' | 'nee'>(`vertel.${taak.id}`, owed ? 'ja' : 'nee')
  const { waarde, wijzig, wis, leeg } = useTerugkoppeling(taak)
  const [poging, setPoging] = useState(false)
  const vertel = taak.partij !== null && keuze === 'ja'
  // Not reached is not told: the promise stays as well.
  const blijftOpen = owed && !(vertel && waarde.contactGelukt)
  const klaar = () => {
    wisUitkomst()
    wisKeuze()
    wis()
    onSluiten()
  }
  const gelukt = blijftOpen ? t.afgerondBelofte : t.afgerond
  const { doe, bezig, fout, foutVan } = useTaakactie(taak, { gelukt, klaar })
  const invul = useInvulwacht(vertel ? [waarde.onderwerp, waarde.antwoord] : [], () =>
    doe((doel) => call(finishTaak, { ...doel, body: { uitkomst, terugkoppeling: vertel ? waarde : null } })),
  )
  return (
    <>
      <Actievenster
        breed
        taak={taak}
        titel={t.afrondTitel}
        knop={t.afronden}
        bezig={bezig}
        fout={fout}
        onSluiten={onSluiten}
        onVerstuur={() => {
          setPoging(true)
          if (uitkomst.trim() === '' || (vertel && leeg)) return
          invul.verstuur()
        }}
      >
        <Textarea
          data-autofocus
          required
          label={t.uitkomstVraag}
          description={t.uitkomstUitleg}
          autosize
          minRows={3}
          maxRows={12}
          value={uitkomst}
          error={poging && uitkomst.trim() === '' ? t.uitkomstLeeg : foutVan('uitkomst')}
          onChange={({ currentTarget }) => setUitkomst(currentTarget.value)}
        />
        {taak.partij && (
          <Radio.Group
            label={t.geinformeerd(taak.partij.naam)}
            value={keuze}
            onChange={(next) => setKeuze(next === 'ja' ? 'ja' : 'nee')}
          >
            <Stack gap={6} mt={6}>
              <Radio value="ja" label={t.koppelTerug} />
              <Radio value="nee" label={t.koppelNietTerug} />
            </Stack>
          </Radio.Group>
        )}
        {vertel && (
          <div className={css['terugkoppeling']}>
            <Terugkoppelvelden
              waarde={waarde}
              onWijzig={wijzig}
              foutVan={(veld) =>
                poging && veld === 'antwoord' && leeg ? t.antwoordLeeg : foutVan(`terugkoppeling.${veld}`)
              }
              vertrouwelijk={taak.vertrouwelijk}
            />
          </div>
        )}
        <div role="status">
          {blijftOpen && (
            <p className={css['letop']}>
              <Icoon naam="vlag" maat={14} /> {t.zonderBelofte}
            </p>
          )}
        </div>
      </Actievenster>
      {invul.vraag}
    </>
  )
}
