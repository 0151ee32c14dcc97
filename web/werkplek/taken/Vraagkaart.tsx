import { Link } from '@tanstack/react-router'
import { downloadBijlage } from '#contract/klantcontacten.ts'
import type { Taak } from '#contract/taken.ts'
import { urlOf } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { paden } from '#kit/paden.ts'
import { Tekst } from '#kit/Tekst.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import css from './Taak.module.css'
import { useTakenTeksten } from './takenTeksten.ts'

/** The question that the taak came from, in the words it was asked in. */
export function Vraagkaart({ taak }: { taak: Taak }) {
  const t = useTakenTeksten()
  const { klantcontact } = taak
  if (!taak.klantcontactId) return null
  if (!klantcontact) return <p className={css['zacht']}>{t.nietZichtbaar}</p>
  return (
    <section className={css['vraag']}>
      <header>
        <h3>{t.vraag}</h3>
        <span className={css['zacht']}>
          {klantcontact.medewerker.naam} · <Tijdstip moment={klantcontact.plaatsgevondenOp} />
        </span>
      </header>
      <Tekst>{klantcontact.vraag || klantcontact.antwoord}</Tekst>
      {klantcontact.interneNotitie && (
        <div className={css['intern']}>
          <Icoon naam="slot" maat={14} />
          <Tekst>{klantcontact.interneNotitie}</Tekst>
        </div>
      )}
      {klantcontact.bijlagen.map((bijlage) => (
        <a key={bijlage.id} href={urlOf(downloadBijlage, { params: { id: bijlage.id } })} download>
          <Icoon naam="paperclip" maat={14} /> {bijlage.bestandsnaam}
        </a>
      ))}
      <Link to={paden.klantcontact(klantcontact.id)}>{t.bekijkContact}</Link>
    </section>
  )
}
