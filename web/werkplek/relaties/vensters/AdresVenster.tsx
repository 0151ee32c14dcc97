import { Select } from '@mantine/core'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { adressoorten } from '#contract/relatiecodes.ts'
import { AdresInvoer } from '#contract/relatieinvoer.ts'
import { type Adres, beeindigAdres, maakAdres, type Partij, wijzigAdres } from '#contract/relaties.ts'
import { call } from '#kit/api.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { AdresVelden } from '../AdresVelden.tsx'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { Bewerkvenster } from './Bewerkvenster.tsx'
import { useEinde } from './useEinde.ts'
import { usePartijFormulier } from './usePartijFormulier.ts'

type Props = { partij: Partij; adres: Adres | undefined; onSluiten: () => void }

/** One address. A new one of the same soort ends the one before: that is how one registers a move. */
export function AdresVenster({ partij, adres, onSluiten }: Props) {
  const t = useRelatieTeksten()
  // What was typed for quick entry is no part of the address itself.
  const [snel, setSnel] = useState('')
  const bewerking = usePartijFormulier({
    schema: AdresInvoer,
    begin: invoer(adres),
    versie: adres?.versie ?? 0,
    uit: (nu) => {
      const gevonden = nu.adressen.find((each) => each.id === adres?.id)
      return gevonden && { invoer: invoer(gevonden), versie: gevonden.versie }
    },
    bewaar: (body, ifMatch) =>
      adres
        ? call(wijzigAdres, { params: { id: partij.id, onderdeelId: adres.id }, body, ifMatch })
        : call(maakAdres, { params: { id: partij.id }, body }),
    onKlaar: onSluiten,
  })
  const onEinde = useEinde(
    adres && (() => call(beeindigAdres, { params: { id: partij.id, onderdeelId: adres.id }, ifMatch: adres.versie })),
    onSluiten,
  )
  const { control, watch, setValue, formState } = bewerking.formulier
  const waarden = watch()
  const fout = (veld: keyof typeof formState.errors) => formState.errors[veld]?.message
  return (
    <Bewerkvenster
      titel={adres ? t.wijzigen : t.adresToevoegen}
      bewerking={bewerking}
      isNieuw={!adres}
      getypt={snel !== ''}
      onEinde={onEinde}
      onSluiten={onSluiten}
      namen={{
        soort: t.adresSoort,
        straatnaam: t.straatnaam,
        huisnummer: t.huisnummer,
        huisletter: t.huisletter,
        toevoeging: t.toevoeging,
        postcode: t.postcode,
        woonplaats: t.woonplaats,
        begindatum: t.begindatum,
        einddatum: t.einddatum,
      }}
    >
      <Controller
        control={control}
        name="soort"
        render={({ field }) => (
          <Select
            label={t.adresSoort}
            allowDeselect={false}
            data={Object.entries(adressoorten).map(([value, { naam }]) => ({ value, label: naam }))}
            value={field.value ?? 'WOO'}
            onChange={field.onChange}
          />
        )}
      />
      <AdresVelden
        waarde={{ ...leegNaast(waarden), invoer: snel }}
        onWijzig={({ invoer: getypt, ...rest }) => {
          setSnel(getypt)
          for (const [veld, waarde] of Object.entries(rest)) {
            setValue(veld as 'straatnaam', waarde as never, {
              shouldDirty: true,
              shouldValidate: formState.isSubmitted,
            })
          }
        }}
        fouten={{
          straatnaam: fout('straatnaam'),
          huisnummer: fout('huisnummer'),
          huisletter: fout('huisletter'),
          toevoeging: fout('toevoeging'),
          postcode: fout('postcode'),
          woonplaats: fout('woonplaats'),
          land: fout('land'),
        }}
      />
      {(['begindatum', 'einddatum'] as const).map((veld) => (
        <Controller
          key={veld}
          control={control}
          name={veld}
          render={({ field }) => (
            <DatumVeld
              label={t[veld]}
              naam={veld}
              waarde={field.value ?? null}
              onWijzig={field.onChange}
              onBlur={field.onBlur}
              fout={fout(veld)}
            />
          )}
        />
      ))}
    </Bewerkvenster>
  )
}

type Deels = { [K in keyof ReturnType<typeof invoer>]?: ReturnType<typeof invoer>[K] | undefined }

function leegNaast(waarden: Deels) {
  const { straatnaam = '', huisnummer = null, huisletter = '', toevoeging = '' } = waarden
  const { postcode = '', woonplaats = '', land = 'NL', nummeraanduidingId = null, handmatig = false } = waarden
  return { straatnaam, huisnummer, huisletter, toevoeging, postcode, woonplaats, land, nummeraanduidingId, handmatig }
}

function invoer(adres: Adres | undefined) {
  return {
    soort: adres?.soort ?? ('WOO' as const),
    straatnaam: adres?.straatnaam ?? '',
    huisnummer: adres?.huisnummer ?? null,
    huisletter: adres?.huisletter ?? '',
    toevoeging: adres?.toevoeging ?? '',
    postcode: adres?.postcode ?? '',
    woonplaats: adres?.woonplaats ?? '',
    land: adres?.land ?? 'NL',
    adresregels: adres?.adresregels ?? [],
    nummeraanduidingId: adres?.nummeraanduidingId ?? null,
    handmatig: adres?.validatie === 'handmatig',
    begindatum: adres?.begindatum ?? null,
    einddatum: adres?.einddatum ?? null,
  }
}
