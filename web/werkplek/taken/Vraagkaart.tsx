import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { downloadBijlage, getKlantcontact, type KlantcontactPost } from '#contract/klantcontacten.ts'
import type { Taak } from '#contract/taken.ts'
import { urlOf } from '#kit/api.ts'
import { omvang } from '#kit/format.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { paden } from '#kit/paden.ts'
import { lees, ververs } from '#kit/queries.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tekst } from '#kit/Tekst.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import css from './Taak.module.css'
import { useTakenTeksten } from './takenTeksten.ts'

/** The question that the taak came from, in the words it was asked in, and what the customer heard since. */
export function Vraagkaart({ taak, Kop }: { taak: Taak; Kop: 'h2' | 'h3' }) {
  const t = useTakenTeksten()
  const { klantcontact } = taak
  if (!taak.klantcontactId) return null
  if (!klantcontact) return <p className={css['zacht']}>{t.nietZichtbaar}</p>
  return (
    <section className={css['vraag']}>
      <header>
        <Kop className={css['sectiekop']}>{t.vraag}</Kop>
        <Wie post={klantcontact} />
      </header>
      {klantcontact.onderwerp !== taak.onderwerp && <p className={css['titel']}>{klantcontact.onderwerp}</p>}
      <Tekst>{klantcontact.vraag || klantcontact.antwoord}</Tekst>
      {klantcontact.interneNotitie && (
        <div className={css['intern']}>
          <Icoon naam="slot" maat={14} label={t.intern} />
          <Tekst>{klantcontact.interneNotitie}</Tekst>
        </div>
      )}
      {klantcontact.bijlagen.length > 0 && (
        <ul className={css['bijlagen']}>
          {klantcontact.bijlagen.map((bijlage) => (
            <li key={bijlage.id}>
              <a href={urlOf(downloadBijlage, { params: { id: bijlage.id } })} download>
                <Icoon naam="paperclip" maat={14} /> {bijlage.bestandsnaam}
              </a>{' '}
              <span className={css['zacht']}>{omvang(bijlage.omvang)}</span>
            </li>
          ))}
        </ul>
      )}
      <Antwoorden klantcontactId={klantcontact.id} />
      <Link to={paden.klantcontact(klantcontact.id)} className={css['zacht']}>
        {t.bekijkContact}
      </Link>
    </section>
  )
}

/** Quiet when it fails: the question itself stands there already. */
function Antwoorden({ klantcontactId }: { klantcontactId: string }) {
  const t = useTakenTeksten()
  const client = useQueryClient()
  const may = useRecht('klantcontact.lezen')
  const { data } = useQuery({ ...lees(getKlantcontact, { params: { id: klantcontactId } }), enabled: may })
  useGebeurtenis(['klantcontact.*'], () => void ververs(client, getKlantcontact))
  const answers = (data?.draad ?? []).filter((post) => post.id !== klantcontactId)
  if (answers.length === 0) return null
  return (
    <ol className={css['antwoorden']}>
      {answers.map((post) => (
        <li key={post.id}>
          <header>
            <strong>{t.klantHoorde}</strong>
            <Wie post={post} />
          </header>
          {post.contactGelukt === false && <StatusBadge toon="let-op">{t.nietBereiktKort}</StatusBadge>}
          <Tekst>{post.antwoord || post.vraag}</Tekst>
        </li>
      ))}
    </ol>
  )
}

function Wie({ post }: { post: KlantcontactPost }) {
  return (
    <span className={css['zacht']}>
      <Medewerkernaam medewerker={post.medewerker} /> · <Tijdstip moment={post.plaatsgevondenOp} />
    </span>
  )
}
