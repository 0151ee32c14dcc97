import { Button, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import {
  changeInstelling,
  getInstellingen,
  type IngesteldeWaarde,
  type Instelling,
  instellingen,
  listInstellingen,
} from '#contract/beheer/instellingen.ts'
import { contrast } from '#contract/regels/contrast.ts'
import { call } from '#kit/api.ts'
import { verouderdVan } from '#kit/ConflictDialoog.tsx'
import { getal } from '#kit/format.ts'
import { meld } from '#kit/melding.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { Verlaatwacht } from '#kit/Verlaatwacht.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import css from './Instellingen.module.css'
import { useInstellingTeksten } from './instellingTeksten.ts'

type Waarde = string | boolean | null

/** One setting: a choice is saved at once, text when one says so. */
export function InstellingRegel({ gezet }: { gezet: IngesteldeWaarde }) {
  const t = useBeheerTeksten()
  const client = useQueryClient()
  const id = useId()
  const soort = instellingen[gezet.sleutel] as Instelling
  const tekst = useInstellingTeksten()[gezet.sleutel]
  const nu = gezet.waarde as Waarde
  const [basis, setBasis] = useState(gezet)
  const [waarde, setWaarde] = useState(nu)
  const [intussen, setIntussen] = useState(false)
  const [fout, setFout] = useState<string>()
  const [bezig, setBezig] = useState(false)

  // A colleague changed it: follow, unless something was typed here; that stays, and the new value is told.
  if (gezet.versie !== basis.versie) {
    const untouched = waarde === basis.waarde
    setBasis(gezet)
    if (untouched) setWaarde(nu)
    setIntussen(!untouched && waarde !== nu)
  }

  async function bewaar(next: Waarde): Promise<void> {
    const checked = next === null ? undefined : soort.schema.safeParse(next)
    if (checked && !checked.success) return setFout(checked.error.issues[0]?.message)
    setFout(undefined)
    setBezig(true)
    try {
      await call(changeInstelling, {
        params: { sleutel: gezet.sleutel },
        body: { waarde: next },
        ifMatch: gezet.versie,
      })
      meld(t.bewaard(tekst.label))
    } catch (error) {
      const stale = verouderdVan(error) !== undefined
      const reason = error instanceof ApiProblem ? error.invalidParams[0]?.reason : undefined
      if (reason) setFout(reason)
      else meld(stale ? t.instelling.verouderd : detailOf(error), { toon: 'fout' })
      if (typeof next !== 'string') setWaarde(nu)
    } finally {
      setBezig(false)
    }
    await ververs(client, listInstellingen, getInstellingen)
  }

  const ingevuld = String(waarde ?? '')
  const shared = { id, 'aria-describedby': `${id}-uitleg`, disabled: bezig }
  return (
    <form
      noValidate
      className={css['regel']}
      onSubmit={(event) => {
        event.preventDefault()
        void bewaar(waarde)
      }}
    >
      <div>
        <label htmlFor={id} className={css['naam']}>
          {tekst.label}
        </label>
        <p id={`${id}-uitleg`} className={css['uitleg']}>
          {tekst.uitleg}
        </p>
      </div>
      <div className={css['veld']}>
        {soort.veld === 'janee' && (
          <Switch
            {...shared}
            size="md"
            checked={waarde === true}
            label={waarde ? t.instelling.aan : t.instelling.uit}
            onChange={(event) => {
              setWaarde(event.currentTarget.checked)
              void bewaar(event.currentTarget.checked)
            }}
          />
        )}
        {soort.veld === 'keuze' && (
          <NativeSelect
            {...shared}
            value={ingevuld}
            data={Object.entries(tekst.keuzes).map(([value, label]) => ({ value, label }))}
            onChange={(event) => {
              setWaarde(event.currentTarget.value)
              void bewaar(event.currentTarget.value)
            }}
          />
        )}
        {(soort.veld === 'tekst' || soort.veld === 'tijd') && (
          <TextInput
            {...shared}
            value={ingevuld}
            error={fout}
            onChange={(event) => setWaarde(event.currentTarget.value)}
            {...(soort.veld === 'tijd' && { placeholder: t.instelling.tijdVoorbeeld })}
          />
        )}
        {soort.veld === 'kleur' && <Kleurveld veld={shared} waarde={ingevuld} fout={fout} onKies={setWaarde} />}
        {intussen && waarde !== nu && (
          <p role="status" className={css['intussen']}>
            {t.instelling.intussen(toon(tekst.keuzes, nu, t))}
          </p>
        )}
        <div className={css['knoppen']}>
          {waarde !== nu && (
            <>
              <Button type="submit" loading={bezig}>
                {t.bewaren}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  setWaarde(nu)
                  setIntussen(false)
                  setFout(undefined)
                }}
              >
                {t.annuleren}
              </Button>
            </>
          )}
          {!gezet.isStandaard && waarde === nu && nu !== soort.standaard && (
            <Button variant="subtle" disabled={bezig} onClick={() => void bewaar(null)}>
              {t.instelling.terug}
            </Button>
          )}
        </div>
      </div>
      <Verlaatwacht actief={waarde !== nu && !bezig} />
    </form>
  )
}

function toon(
  keuzes: Readonly<Record<string, string>>,
  waarde: Waarde,
  t: ReturnType<typeof useBeheerTeksten>,
): string {
  if (typeof waarde === 'boolean') return waarde ? t.instelling.aan : t.instelling.uit
  return keuzes[waarde ?? ''] ?? (waarde || t.instelling.leeg)
}

type Kleurprops = {
  veld: { id: string; 'aria-describedby': string; disabled: boolean }
  waarde: string
  fout: string | undefined
  onKies: (kleur: string) => void
}

function Kleurveld({ veld, waarde, fout, onKies }: Kleurprops) {
  const t = useBeheerTeksten()
  const isKleur = /^#[0-9a-f]{6}$/i.test(waarde)
  return (
    <>
      <div className={css['kleur']}>
        <input
          type="color"
          aria-label={t.instelling.voorbeeld}
          value={isKleur ? waarde : '#000000'}
          onChange={(event) => onKies(event.currentTarget.value)}
        />
        <TextInput {...veld} value={waarde} error={fout} onChange={(event) => onKies(event.currentTarget.value)} />
      </div>
      {isKleur && (
        <div className={css['kleur']}>
          <span className={css['voorbeeld']} style={{ background: waarde }}>
            {t.instelling.voorbeeld}
          </span>
          <span className={css['uitleg']}>
            {t.instelling.contrast(getal(Math.floor(contrast(waarde, '#ffffff') * 10) / 10))}
          </span>
        </div>
      )}
    </>
  )
}
