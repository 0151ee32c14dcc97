import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type BeheerProces, listBeheerProcessen } from '#contract/procesbeheer.ts'
import { getal } from '#kit/format.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { Cel, Lijst, Naamcel } from '../../beheer/Lijst.tsx'
import { MapOverzetten } from './MapOverzetten.tsx'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'

/** The library: every process with the version in force. */
export function Processen() {
  const t = useProcesbeheerTeksten()
  const client = useQueryClient()
  const [map, setMap] = useState(false)
  const query = useQuery(lees(listBeheerProcessen))
  useGebeurtenis(['inrichting.gewijzigd'], () => void ververs(client, listBeheerProcessen))
  return (
    <>
      <Paginatitel titel={t.titel} onder={t.onder}>
        <Button variant="default" leftSection={<Icoon naam="map" maat={14} />} onClick={() => setMap(true)}>
          {t.mapOver}
        </Button>
      </Paginatitel>
      <Lading query={query}>
        {({ rijen }) =>
          rijen.length === 0 ? (
            <LegeStaat titel={t.leeg} icoon="proces">
              {t.leegUitleg}
            </LegeStaat>
          ) : (
            <Lijst
              naam={t.titel}
              kolommen={[
                { kop: t.naam },
                { kop: t.stand },
                { kop: t.geldend, bijzaak: true },
                { kop: t.lopend, rechts: true, bijzaak: true },
              ]}
            >
              {rijen
                .toSorted((a, b) => a.volgorde - b.volgorde || a.naam.localeCompare(b.naam))
                .map((each) => (
                  <Rij key={each.proces} proces={each} />
                ))}
            </Lijst>
          )
        }
      </Lading>
      {map && <MapOverzetten onSluiten={() => setMap(false)} />}
    </>
  )
}

function Rij({ proces }: { proces: BeheerProces }) {
  const t = useProcesbeheerTeksten()
  const geldend = proces.versies.find(({ status }) => status === 'gepubliceerd')
  const concept = proces.versies.find(({ status }) => status === 'concept')
  const lopend = proces.versies.reduce((som, each) => som + each.lopend, 0)
  return (
    <tr>
      <Naamcel
        link={<Link to={paden.beheerProces(proces.proces)}>{proces.naam}</Link>}
        onder={proces.omschrijving || proces.proces}
        smal={geldend && t.versie(geldend.nummer)}
      />
      <Cel>
        <ProcesStand proces={proces} />
        {concept && <div>{t.heeftConcept}</div>}
      </Cel>
      <Cel bijzaak zacht>
        {geldend ? (
          <>
            {t.versie(geldend.nummer)}
            {geldend.gepubliceerdOp && (
              <>
                , <Tijdstip moment={geldend.gepubliceerdOp} alleenDatum />
              </>
            )}
          </>
        ) : (
          '–'
        )}
      </Cel>
      <Cel bijzaak rechts>
        {getal(lopend)}
      </Cel>
    </tr>
  )
}

export function ProcesStand({ proces }: { proces: BeheerProces }) {
  const t = useProcesbeheerTeksten()
  const geldt = proces.versies.some(({ status }) => status === 'gepubliceerd')
  if (!geldt) return <StatusBadge toon="let-op">{t.nietGepubliceerd}</StatusBadge>
  return proces.actief ? <StatusBadge toon="goed">{t.actief}</StatusBadge> : <StatusBadge>{t.uit}</StatusBadge>
}
