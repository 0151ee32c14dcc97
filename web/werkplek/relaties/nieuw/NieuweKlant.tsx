import { Alert, Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { AANHEFCODE_LABEL, AANHEFCODES } from '#contract/regels/aanhef.ts'
import { maakPartij } from '#contract/relaties.ts'
import { call } from '#kit/api.ts'
import { Foutenoverzicht } from '#kit/Foutenoverzicht.tsx'
import { useFormulier } from '#kit/formulier.ts'
import { useIk } from '#kit/ik.ts'
import { meld } from '#kit/melding.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { ApiProblem } from '#kit/probleem.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { AdresVelden } from '../AdresVelden.tsx'
import { focusOp } from '../focusOp.ts'
import { PersoonVelden } from '../PersoonVelden.tsx'
import { partijQuery } from '../relaties.queries.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { Bereikbaar } from './Bereikbaar.tsx'
import { DubbelPaneel, useDubbelen } from './DubbelPaneel.tsx'
import { NaamVoorbeeld } from './NaamVoorbeeld.tsx'
import css from './NieuweKlant.module.css'
import {
  begin,
  controleer,
  type NieuweKlant as Klant,
  magPersoonKaart,
  opVelden,
  type Verzending,
} from './nieuweKlant.ts'
import { SoortEnRol } from './SoortEnRol.tsx'
import { leesConcept, useConcept } from './useConcept.ts'
import { veldnamen } from './veldnamen.ts'

const route = getRouteApi('/klanten/nieuw')

/** The form over the contract: what is wrong is said on the field where it stands. */
const schema = z.custom<Klant>().transform((klant, ctx) => {
  const checked = controleer(klant)
  if (checked.ok) return checked.verzending
  for (const fout of checked.fouten) ctx.addIssue({ code: 'custom', ...fout })
  return z.NEVER
}) as unknown as z.ZodType<Verzending, Klant>

/** A new klant in one screen: who and as what, the name composed while typing, doubles before saving. */
export function NieuweKlant() {
  const t = useRelatieTeksten()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { medewerker } = useIk()
  const { naam } = route.useSearch()
  const [eerder] = useState(() => leesConcept(medewerker.id))
  const formulier = useFormulier(schema, {
    begin: eerder && !naam ? eerder : begin(naam),
    async verstuur({ body, rijen }) {
      try {
        const partij = await call(maakPartij, { body })
        concept.wis()
        client.setQueryData(partijQuery(partij.id).queryKey, partij)
        meld(t.klantBewaard(partij.naam))
        await navigate({ to: paden.klant(partij.id) })
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        throw new ApiProblem({ ...error, invalidParams: opVelden(error.invalidParams, rijen) })
      }
    },
  })
  const concept = useConcept(formulier)
  const klant = formulier.watch()
  const mogelijk = useDubbelen(klant)
  const { errors, isSubmitting, isSubmitted } = formulier.formState
  useSneltoets('mod+enter', t.bewaarKlant, () => formulier.verstuur())

  const set = <K extends keyof Klant>(veld: K, waarde: Klant[K]) =>
    formulier.setValue(veld as never, waarde as never, { shouldDirty: true, shouldValidate: isSubmitted })
  const wijzig = (changes: Partial<Klant>) => {
    for (const [veld, waarde] of Object.entries(changes)) set(veld as keyof Klant, waarde as never)
  }
  const isOrganisatie = klant.soort === 'organisatie'
  const kaartOpen = isOrganisatie || magPersoonKaart(klant)
  const organisatieveld = (veld: keyof Klant['organisatie'], label: string) => (
    <TextInput
      label={label}
      name={`organisatie.${veld}`}
      autoComplete="off"
      required={veld === 'naam'}
      value={klant.organisatie[veld]}
      error={errors.organisatie?.[veld]?.message}
      onChange={(event) => set('organisatie', { ...klant.organisatie, [veld]: event.currentTarget.value })}
    />
  )

  return (
    <div className={css['pagina']}>
      <Paginatitel titel={t.nieuw} onder={t.zoekEerst} />
      {eerder && !naam && (
        <Alert p="xs" className={css['concept']}>
          {t.concept}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => formulier.reset(begin())}>
            {t.conceptWeg}
          </Button>
        </Alert>
      )}
      <div className={css['kolommen']}>
        <form noValidate onSubmit={formulier.verstuur} className={css['formulier']} aria-label={t.nieuw}>
          <Foutenoverzicht
            formulier={{ ...formulier, setFocus: (name) => focusOp(String(name)) }}
            namen={veldnamen(t, klant)}
          />
          <SoortEnRol
            klant={klant}
            onWijzig={wijzig}
            fouten={{
              rol: errors.huishouden?.rol?.message,
              huishoudenId: errors.huishouden?.id && t.kiesVerplicht,
              werktVoorId: errors.werktVoorId && t.kiesVerplicht,
            }}
          />
          {!kaartOpen && <p className={css['zacht']}>{t.kiesEerst}</p>}
          {kaartOpen && (
            <>
              <fieldset className={css['blok']}>
                <legend>{isOrganisatie ? t.bedrijfsgegevens : t.persoonsgegevens}</legend>
                {isOrganisatie ? (
                  <div className={css['bedrijf']}>
                    {organisatieveld('naam', t.bedrijfsnaam)}
                    {organisatieveld('kvkNummer', t.kvkNummer)}
                    {organisatieveld('vestigingsnummer', t.vestigingsnummer)}
                  </div>
                ) : (
                  <PersoonVelden
                    pad="persoon"
                    waarde={klant.persoon}
                    onWijzig={(persoon) => set('persoon', persoon)}
                    fouten={Object.fromEntries(
                      Object.entries(errors.persoon ?? {}).map(([veld, fout]) => [
                        veld,
                        (fout as { message?: string })?.message,
                      ]),
                    )}
                  />
                )}
                {!isOrganisatie && (
                  <Select
                    label={t.aanhefcode}
                    data={[
                      { value: '', label: t.aanhefVanzelf },
                      ...AANHEFCODES.map((value) => ({ value, label: AANHEFCODE_LABEL[value] })),
                    ]}
                    value={klant.aanhefcode}
                    allowDeselect={false}
                    onChange={(code) => set('aanhefcode', code ?? '')}
                  />
                )}
                <Checkbox
                  size="xs"
                  label={t.naamAnders}
                  checked={klant.andersGenoemd}
                  onChange={(event) => set('andersGenoemd', event.currentTarget.checked)}
                />
                {klant.andersGenoemd && (
                  <div className={css['twee']}>
                    {(['naam', 'reden'] as const).map((veld) => (
                      <TextInput
                        key={veld}
                        label={veld === 'naam' ? t.naamAfwijking : t.naamReden}
                        name={`naamAfwijking.${veld}`}
                        required
                        value={klant.naamAfwijking[veld]}
                        error={errors.naamAfwijking?.[veld]?.message}
                        onChange={(event) =>
                          set('naamAfwijking', { ...klant.naamAfwijking, [veld]: event.currentTarget.value })
                        }
                      />
                    ))}
                  </div>
                )}
              </fieldset>
              <fieldset className={css['blok']}>
                <legend>{t.adres}</legend>
                <AdresVelden
                  waarde={klant.adressen[0]}
                  onWijzig={(adres) => set('adressen', [adres])}
                  fouten={Object.fromEntries(
                    Object.entries(errors.adressen?.[0] ?? {}).map(([veld, fout]) => [
                      veld,
                      (fout as { message?: string })?.message,
                    ]),
                  )}
                />
                <Checkbox
                  size="xs"
                  label={t.geheimhouding}
                  description={t.geheimhoudingUitleg}
                  checked={klant.geheimhouding}
                  onChange={(event) => set('geheimhouding', event.currentTarget.checked)}
                />
              </fieldset>
              <Bereikbaar
                rijen={klant.digitaleAdressen}
                onWijzig={(rijen) => set('digitaleAdressen', rijen)}
                foutVan={(rij) => errors.digitaleAdressen?.[rij]?.adres?.message}
              />
              <fieldset className={css['blok']}>
                <legend>{t.meer}</legend>
                <TextInput
                  label={t.iban}
                  name="iban"
                  autoComplete="off"
                  value={klant.iban}
                  error={errors.iban?.message}
                  onChange={(event) => set('iban', event.currentTarget.value)}
                />
                <Textarea
                  label={t.notitie}
                  description={t.notitieUitleg}
                  name="interneNotitie"
                  autosize
                  minRows={2}
                  maxRows={8}
                  value={klant.interneNotitie}
                  error={errors.interneNotitie?.message}
                  onChange={(event) => set('interneNotitie', event.currentTarget.value)}
                />
              </fieldset>
            </>
          )}
          <div className={css['onder']}>
            {mogelijk.length > 0 && (
              <a href="#dubbelen" className={css['letop']}>
                <StatusBadge toon="let-op" icoon="let_op">
                  {t.dubbelAantal(mogelijk.length)}
                </StatusBadge>
              </a>
            )}
            <Button
              type="submit"
              loading={isSubmitting}
              disabled={!kaartOpen}
              rightSection={<Toets toets="mod+enter" />}
            >
              {t.bewaarKlant}
            </Button>
          </div>
        </form>
        <aside className={css['zijkant']}>
          <NaamVoorbeeld klant={klant} />
          <DubbelPaneel mogelijk={mogelijk} onHerkend={concept.wis} />
        </aside>
      </div>
    </div>
  )
}
