import { useState } from 'react'
import type { ZaakProces } from '#contract/processen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { Beslissingen } from './Beslissingen.tsx'
import { LopendeStap } from './LopendeStap.tsx'
import type { GedaneStap, Stappenlijst } from './stappenlijst.ts'
import { Terzijde } from './Terzijde.tsx'
import css from './Voortgang.module.css'
import { useVoortgangTeksten } from './voortgangTeksten.ts'

/** More than this is folded away: what counts is now and next. */
const toonLaatste = 3

/** The process as an ordered list: done, now and next. */
export function Stappen({ zaakId, proces, lijst }: { zaakId: string; proces: ZaakProces; lijst: Stappenlijst }) {
  const t = useVoortgangTeksten()
  const [alles, setAlles] = useState(false)
  const { gedaan, nu, terzijde, straks } = lijst
  const weg = alles || gedaan.length <= toonLaatste + 2 ? 0 : gedaan.length - toonLaatste
  const zeker = nu.length === 1 && straks.length === 1
  return (
    <>
      {weg > 0 && (
        <button type="button" className={css['eerder']} onClick={() => setAlles(true)}>
          <Icoon naam="pijl_neer" maat={14} /> {t.eerder(weg)}
        </button>
      )}
      <ol className={css['stappen']} aria-label={t.stappen}>
        {gedaan.slice(weg).map((stap) => (
          <Gedaan key={stap.sleutel} stap={stap} />
        ))}
        {nu.map(({ wacht, acties }) => (
          <li key={wacht.id} className={css['stap']} data-stand="nu" aria-current="step">
            <Bol naam="pijl_rechts" woord={t.nu} />
            <LopendeStap zaakId={zaakId} proces={proces} wacht={wacht} acties={acties} />
          </li>
        ))}
        {straks.map(({ element, naam }, plek) => (
          <li key={element} className={css['stap']} data-stand="straks">
            <Bol naam="stip" woord={zeker ? t.straks : t.misschien} />
            <div className={css['regel']}>
              <strong>{naam}</strong>
              {plek === 0 && (
                <span className={css['zacht']} aria-hidden="true">
                  {zeker ? t.straks : t.misschien}
                </span>
              )}
            </div>
          </li>
        ))}
      </ol>
      {terzijde.length > 0 && <Terzijde zaakId={zaakId} wacht={terzijde} />}
    </>
  )
}

/** A step that is over, in such a list. */
export function Gedaan({ stap }: { stap: GedaneStap }) {
  const t = useVoortgangTeksten()
  return (
    <li className={css['stap']} data-stand={stap.afgebroken ? 'weg' : 'gedaan'}>
      <Bol naam={stap.afgebroken ? 'sluit' : 'vink'} woord={stap.afgebroken ? t.afgebroken : t.gedaan} />
      <div>
        <div className={css['regel']}>
          <strong>{stap.naam || t.begonnen}</strong>
          <span className={css['zacht']}>
            {stap.afgebroken && `${t.afgebroken} · `}
            {stap.vanzelf ? t.vanzelf : stap.door} · <Tijdstip moment={stap.op} />
          </span>
        </div>
        <Beslissingen beslissingen={stap.beslissingen} />
      </div>
    </li>
  )
}

/** The mark before a step: the word is for who does not see it. */
function Bol({ naam, woord }: { naam: 'vink' | 'sluit' | 'pijl_rechts' | 'stip'; woord: string }) {
  return (
    <span className={css['bol']}>
      <Icoon naam={naam} maat={12} />
      <span className="alleen-voorlezen">{woord}: </span>
    </span>
  )
}
