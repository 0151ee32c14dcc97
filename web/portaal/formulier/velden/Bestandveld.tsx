import { useEffect, useState } from 'react'
import type { Antwoordbestand } from '#contract/formulieren.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { nieuwId } from '#kit/id.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { Button } from '../../nlds/Button.tsx'
import { Fieldset } from '../../nlds/FormField.tsx'
import { type FormulierTeksten, useFormulierTeksten } from '../formulierTeksten.ts'
import { deelVan, type VeldProps } from '../veld.ts'
import css from './velden.module.css'
import { FotoOnleesbaar, verkleinFoto } from './verkleinFoto.ts'

/** What the server takes at most, told before one waits for it. */
const MAX_MB = 20

type Bezig = { id: string; bestand: File; stand: 'verkleinen' | 'uploaden' | 'fout'; fout?: string }

/** Files or photos, sent as soon as they are chosen; each can be tried again or taken away. */
export function Bestandveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const { veld, waarde } = props.getoond
  const { laadOp, id } = props
  const isFoto = veld.soort === 'foto'
  const max = veld.soort === 'foto' || veld.soort === 'bestand' ? veld.max : 1
  const [bezig, setBezig] = useState<Bezig[]>([])
  const [gezegd, setGezegd] = useState('')
  const bestanden = alsBestanden(waarde)
  const ruimte = max - bestanden.length - bezig.length
  const deel = deelVan(props)

  const zet = (welke: string, wijziging: Partial<Bezig>) =>
    setBezig((alle) => alle.map((each) => (each.id === welke ? { ...each, ...wijziging } : each)))

  async function stuur({ id: welke, bestand }: Bezig) {
    if (!laadOp) return
    try {
      const klaar = isFoto ? await verkleinFoto(bestand) : bestand
      if (klaar.size > MAX_MB * 1024 * 1024) throw new TeGroot()
      zet(welke, { stand: 'uploaden' })
      const aangekomen = await laadOp(klaar)
      setBezig((alle) => alle.filter((each) => each.id !== welke))
      props.pasAan((nu) => [...alsBestanden(nu), aangekomen])
      setGezegd(t.toegevoegd(aangekomen.naam))
    } catch (error) {
      zet(welke, { stand: 'fout', fout: waarom(error, t) })
    }
  }

  function kies(gekozen: File[]) {
    const nieuw = gekozen
      .slice(0, ruimte)
      .map((bestand): Bezig => ({ id: nieuwId(), bestand, stand: isFoto ? 'verkleinen' : 'uploaden' }))
    setBezig((alle) => [...alle, ...nieuw])
    // One after the other: an old phone has no room for two photos at once.
    void nieuw.reduce((vorige, each) => vorige.then(() => stuur(each)), Promise.resolve())
  }

  const uitleg = [deel.uitleg ?? (isFoto ? t.fotoUitleg : t.bestandUitleg), max > 1 && t.hoogstens(max)]
  return (
    <Fieldset {...deel} uitleg={uitleg.filter(Boolean).join(' ')}>
      {(bestanden.length > 0 || bezig.length > 0) && (
        <ul className={css['bestanden']} aria-label={veld.label}>
          {bestanden.map((bestand) => (
            <li key={bestand.id} className={css['bestand']}>
              <Icoon naam={isFoto ? 'oog' : 'document'} maat={22} />
              <span>{bestand.naam}</span>
              <Button
                purpose="subtle"
                onClick={() => props.onWijzig(bestanden.filter((each) => each.id !== bestand.id))}
                iconOnly
                iconStart={<Icoon naam="prullenbak" maat={20} />}
                label={t.verwijder(bestand.naam)}
              />
            </li>
          ))}
          {bezig.map((each) => (
            <li key={each.id} className={css['bestand']} data-fout={each.stand === 'fout' || undefined}>
              <Voorbeeld bestand={each.bestand} />
              <span role={each.stand === 'fout' ? 'alert' : 'status'}>
                {each.stand === 'fout' ? `${each.bestand.name}: ${each.fout}` : t[each.stand](each.bestand.name)}
              </span>
              {each.stand === 'fout' && (
                <>
                  <Button
                    purpose="subtle"
                    iconOnly
                    iconStart={<Icoon naam="verversen" maat={20} />}
                    label={t.opnieuw(each.bestand.name)}
                    onClick={() => {
                      zet(each.id, { stand: isFoto ? 'verkleinen' : 'uploaden' })
                      void stuur(each)
                    }}
                  />
                  <Button
                    purpose="subtle"
                    iconOnly
                    iconStart={<Icoon naam="prullenbak" maat={20} />}
                    label={t.verwijder(each.bestand.name)}
                    onClick={() => setBezig((alle) => alle.filter((ander) => ander.id !== each.id))}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="alleen-voorlezen">
        {gezegd}
      </p>
      {!laadOp && <p className={css['zacht']}>{t.kanHierNiet}</p>}
      {laadOp && ruimte > 0 && (
        <div>
          <label className={`nl-button nl-button--secondary ${css['kies']}`}>
            <Icoon naam={isFoto ? 'plus' : 'paperclip'} maat={20} />{' '}
            {knoptekst(t, isFoto, bestanden.length + bezig.length > 0)}
            <input
              id={id}
              type="file"
              multiple={max > 1}
              accept={isFoto ? 'image/*' : undefined}
              aria-describedby={props.fout ? `${id}-fout` : undefined}
              onChange={({ currentTarget }) => {
                kies([...(currentTarget.files ?? [])])
                currentTarget.value = ''
              }}
            />
          </label>
        </div>
      )}
    </Fieldset>
  )
}

/** What was chosen, while it is on its way. */
function Voorbeeld({ bestand }: { bestand: File }) {
  const [adres, setAdres] = useState<string>()
  useEffect(() => {
    if (!bestand.type.startsWith('image/')) return
    const nieuw = URL.createObjectURL(bestand)
    setAdres(nieuw)
    return () => URL.revokeObjectURL(nieuw)
  }, [bestand])
  return adres ? <img src={adres} alt="" /> : <Icoon naam="document" maat={22} />
}

class TeGroot extends Error {}

function waarom(error: unknown, t: FormulierTeksten): string {
  if (error instanceof FotoOnleesbaar) return t.fotoOnleesbaar
  if (error instanceof TeGroot || (error instanceof ApiProblem && error.status === 413)) return t.teGroot(MAX_MB)
  if (error instanceof ApiProblem && error.status === 415) return t.geenBestand
  return detailOf(error)
}

function knoptekst(t: FormulierTeksten, isFoto: boolean, meer: boolean): string {
  if (isFoto) return meer ? t.nogEenFoto : t.fotoErbij
  return meer ? t.nogEenBestand : t.bestandErbij
}

export function alsBestanden(waarde: unknown): Antwoordbestand[] {
  return Array.isArray(waarde) ? waarde.filter((each): each is Antwoordbestand => typeof each?.id === 'string') : []
}
