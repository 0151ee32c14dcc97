import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { listContactonderwerpen, stelVraag } from '#contract/portaal/contact.ts'
import { call } from '#kit/api.ts'
import { telefoonLink } from '#kit/format.ts'
import { metNamens, useLees, useNamens } from '../namens.ts'
import { Alert } from '../nlds/Alert.tsx'
import { RadioGroup } from '../nlds/Choice.tsx'
import { Lading } from '../nlds/Lading.tsx'
import { Anchor } from '../nlds/Link.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { TextField } from '../nlds/TextField.tsx'
import { useOrganisatie } from '../organisatie.ts'
import { paden } from '../paden.ts'
import { useContactTeksten } from './contactTeksten.ts'
import { Schrijfveld } from './Schrijfveld.tsx'

/** Ask something that no process is for. */
export function NieuweVraagPagina() {
  const t = useContactTeksten()
  const onderwerpen = useLees(listContactonderwerpen)
  return (
    <Pagina titel={t.nieuw} terug={{ naar: paden.contact, naam: t.terug }}>
      <div className="stapel">
        <Spoed />
        <Lading query={onderwerpen}>{(data) => <Vraagformulier onderwerpen={data.onderwerpen} />}</Lading>
      </div>
    </Pagina>
  )
}

function Vraagformulier({ onderwerpen }: { onderwerpen: readonly { id: string; naam: string }[] }) {
  const t = useContactTeksten()
  const namens = useNamens()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [onderwerpId, setOnderwerpId] = useState<string | null>(null)
  const [onderwerp, setOnderwerp] = useState('')
  const [fout, setFout] = useState<string>()
  return (
    <Schrijfveld
      sleutel="vraag"
      label={t.vraag}
      uitleg={t.vraagUitleg}
      leeg={t.vulIn}
      klopt={() => {
        if (onderwerpId) return true
        setFout(t.kiesOnderwerp)
        document.getElementById('waarover')?.focus()
        return false
      }}
      boven={
        <>
          <RadioGroup
            id="waarover"
            label={t.waarover}
            fout={fout}
            opties={onderwerpen.map(({ id, naam }) => ({ waarde: id, label: naam }))}
            waarde={onderwerpId}
            onKies={(keuze) => {
              setFout(undefined)
              setOnderwerpId(keuze)
            }}
          />
          <TextField
            label={t.onderwerp}
            uitleg={t.onderwerpUitleg}
            verplicht={false}
            maxLength={80}
            value={onderwerp}
            onWijzig={setOnderwerp}
          />
        </>
      }
      verstuur={async (body) => {
        const draad = await call(
          stelVraag,
          metNamens(namens, { body: { ...body, onderwerp, onderwerpId: onderwerpId ?? '' } }),
        )
        void client.invalidateQueries()
        await navigate({ to: paden.gesprek(draad.id) } as never)
      }}
    />
  )
}

function Spoed() {
  const t = useContactTeksten()
  const { spoedtelefoon, telefoon } = useOrganisatie()
  const nummer = spoedtelefoon || telefoon
  if (!nummer) return null
  return (
    <Alert soort="warning" titel={t.spoed}>
      <Paragraph>
        {t.spoedUitleg} <Anchor href={telefoonLink(nummer)}>{nummer}</Anchor>
      </Paragraph>
    </Alert>
  )
}
