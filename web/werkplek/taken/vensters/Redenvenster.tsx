import { Textarea } from '@mantine/core'
import { cancelTaak, releaseTaak, setTaakStatus, type Taak } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import { useTakenTeksten } from '../takenTeksten.ts'
import { useTaakactie } from '../useTaakactie.ts'
import { Actievenster } from './Actievenster.tsx'

type Props = { taak: Taak; onSluiten: () => void }
type Doel = { params: { id: string }; ifMatch: number }

/** An action that only asks for a reason. */
function Redenvenster(
  props: Props & {
    soort: string
    titel: string
    vraag: string
    knop: string
    gelukt: string
    veld: string
    gevaarlijk?: boolean
    verstuur: (doel: Doel, reden: string) => Promise<Taak>
  },
) {
  const { taak, onSluiten, soort, titel, vraag, knop, gelukt, veld, gevaarlijk, verstuur } = props
  const [reden, setReden, wis] = useTabwaarde(`${soort}.${taak.id}`, '')
  const klaar = () => {
    wis()
    onSluiten()
  }
  const { doe, bezig, fout, foutVan } = useTaakactie(taak, { gelukt, klaar })
  return (
    <Actievenster
      taak={taak}
      titel={titel}
      knop={knop}
      {...(gevaarlijk && { gevaarlijk })}
      bezig={bezig}
      fout={fout}
      onSluiten={onSluiten}
      onVerstuur={() => doe((doel) => verstuur(doel, reden))}
    >
      <Textarea
        data-autofocus
        label={vraag}
        autosize
        minRows={3}
        maxRows={12}
        value={reden}
        error={foutVan(veld)}
        onChange={({ currentTarget }) => setReden(currentTarget.value)}
      />
    </Actievenster>
  )
}

export function Teruggeefvenster(props: Props) {
  const t = useTakenTeksten()
  return (
    <Redenvenster
      {...props}
      soort="teruggeven"
      titel={t.geefTerugTitel}
      vraag={t.geefTerugVraag}
      knop={t.geefTerug}
      gelukt={t.teruggegeven}
      veld="toelichting"
      verstuur={(doel, toelichting) => call(releaseTaak, { ...doel, body: { toelichting } })}
    />
  )
}

export function Wachtvenster(props: Props) {
  const t = useTakenTeksten()
  return (
    <Redenvenster
      {...props}
      soort="wachten"
      titel={t.wachtTitel}
      vraag={t.wachtVraag}
      knop={t.wacht}
      gelukt={t.gewijzigd}
      veld="toelichting"
      verstuur={(doel, toelichting) =>
        call(setTaakStatus, { ...doel, body: { status: 'wacht_op_derden', toelichting } })
      }
    />
  )
}

export function Annuleervenster(props: Props) {
  const t = useTakenTeksten()
  return (
    <Redenvenster
      {...props}
      soort="annuleren"
      titel={t.annuleerTitel}
      vraag={t.annuleerVraag}
      knop={t.annuleerTaak}
      gelukt={t.geannuleerd}
      veld="reden"
      gevaarlijk
      verstuur={(doel, reden) => call(cancelTaak, { ...doel, body: { reden } })}
    />
  )
}
