import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type ActieRij, type Antwoorden, listActies, verbeterActie } from '#contract/processen.ts'
import { call } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import { Venster } from '#kit/Venster.tsx'
import { leesbaar } from '../waarde.ts'
import css from './Acties.module.css'
import { useActieTeksten } from './actieTeksten.ts'
import { type Invoerveld, lees, velden } from './invoervelden.ts'

/** Corrects what the process gave to the action, field by field; then it is tried again. */
export function Verbeteren({ actie, onSluiten }: { actie: ActieRij; onSluiten: () => void }) {
  const t = useActieTeksten()
  const client = useQueryClient()
  const [rijen, setRijen, wis] = useTabwaarde<Invoerveld[]>(
    `invoer.${actie.id}.${actie.versie}`,
    velden(actie.invoer ?? {}),
  )
  const [fouten, setFouten] = useState<Record<string, string>>({})
  const [algemeen, setAlgemeen] = useState<string>()
  const [bezig, setBezig] = useState(false)
  const kader = useRef<HTMLFormElement>(null)
  const [poging, setPoging] = useState(0)
  useEffect(() => {
    if (poging > 0) kader.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus()
  }, [poging])

  const verstuur = async () => {
    const { invoer, fout } = lees(rijen)
    const soort = new Map(rijen.map((rij) => [rij.naam, rij.soort]))
    setFouten(
      Object.fromEntries([...fout].map((naam) => [naam, soort.get(naam) === 'getal' ? t.getalFout : t.jsonFout])),
    )
    setAlgemeen(undefined)
    if (fout.size > 0) return setPoging((n) => n + 1)
    setBezig(true)
    try {
      await call(verbeterActie, { params: { id: actie.id }, body: { invoer: invoer as Antwoorden } })
      wis()
      meld(t.verbeterd)
      void ververs(client, listActies)
      onSluiten()
    } catch (error) {
      const params = error instanceof ApiProblem ? error.invalidParams : []
      const eigen = params.flatMap(({ name, reason }) => {
        const naam = name.replace(/^invoer\./, '').split('.')[0] ?? ''
        return soort.has(naam) ? [[naam, reason] as const] : []
      })
      setFouten(Object.fromEntries(eigen))
      if (eigen.length < params.length || params.length === 0)
        setAlgemeen([detailOf(error), ...params.map(({ reason }) => reason)].join('\n'))
      setPoging((n) => n + 1)
    } finally {
      setBezig(false)
    }
  }
  const zet = (naam: string, tekst: string) =>
    setRijen(rijen.map((rij) => (rij.naam === naam ? { ...rij, tekst } : rij)))
  useSneltoets('mod+enter', t.verbeterenKnop, () => !bezig && void verstuur())
  return (
    <Venster
      open
      breed
      titel={t.verbeterenTitel}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="default" onClick={onSluiten}>
            {t.annuleren}
          </Button>
          <Button loading={bezig} onClick={() => void verstuur()} rightSection={<Toets toets="mod+enter" />}>
            {t.verbeterenKnop}
          </Button>
        </>
      }
    >
      <form
        ref={kader}
        noValidate
        className={css['velden']}
        onSubmit={(event) => {
          event.preventDefault()
          void verstuur()
        }}
      >
        <p>
          <strong>{actie.naam}</strong> · {t.stap(actie.stap, actie.proces)}
        </p>
        <p>{rijen.length > 0 ? t.verbeterenUitleg : t.geenInvoer}</p>
        {algemeen && (
          <p className={css['fout']} data-toon="fout" role="alert" tabIndex={-1}>
            <Icoon naam="let_op" maat={14} /> <span>{algemeen}</span>
          </p>
        )}
        {rijen.map((rij, plek) => (
          <Veld
            key={rij.naam}
            rij={rij}
            fout={fouten[rij.naam]}
            eerste={plek === 0}
            onWijzig={(tekst) => zet(rij.naam, tekst)}
          />
        ))}
      </form>
    </Venster>
  )
}

function Veld({
  rij: { naam, soort, tekst },
  fout,
  eerste,
  onWijzig,
}: {
  rij: Invoerveld
  fout: string | undefined
  eerste: boolean
  onWijzig: (tekst: string) => void
}) {
  const t = useActieTeksten()
  const gedeeld = { label: leesbaar(naam), error: fout, ...(eerste && { 'data-autofocus': true }) }
  if (soort === 'janee') {
    return (
      <fieldset className={css['janee']}>
        <legend>{leesbaar(naam)}</legend>
        <SegmentedControl
          aria-label={leesbaar(naam)}
          value={tekst}
          onChange={onWijzig}
          data={[
            { value: 'true', label: t.ja },
            { value: 'false', label: t.nee },
          ]}
        />
      </fieldset>
    )
  }
  if (soort === 'getal' || soort === 'tekst') {
    return (
      <TextInput
        {...gedeeld}
        value={tekst}
        inputMode={soort === 'getal' ? 'decimal' : 'text'}
        onChange={({ currentTarget }) => onWijzig(currentTarget.value)}
      />
    )
  }
  return (
    <Textarea
      {...gedeeld}
      autosize
      minRows={2}
      maxRows={14}
      value={tekst}
      placeholder={soort === 'json' ? t.leegVeld : ''}
      classNames={{ input: (soort === 'json' && css['code']) || '' }}
      onChange={({ currentTarget }) => onWijzig(currentTarget.value)}
    />
  )
}
