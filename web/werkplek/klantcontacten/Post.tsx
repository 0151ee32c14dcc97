import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listKanalen } from '#contract/beheer.ts'
import { downloadBijlage, type KlantcontactPost } from '#contract/klantcontacten.ts'
import { urlOf } from '#kit/api.ts'
import { omvang } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { kanaalIcoon } from '#kit/kanaalIcoon.ts'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { paden } from '#kit/paden.ts'
import { lees } from '#kit/queries.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tekst } from '#kit/Tekst.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import css from './Klantcontact.module.css'
import { useKlantcontactTeksten } from './klantcontactTeksten.ts'

const halfUur = 30 * 60_000

/**
 * One post of a thread: what was said, how and by whom.
 * @param dit the one that was opened; marked, unless it is the only one
 */
export function Post({ post, dit, alleen }: { post: KlantcontactPost; dit: boolean; alleen: boolean }) {
  const t = useKlantcontactTeksten()
  const { data } = useQuery({ ...lees(listKanalen), staleTime: halfUur })
  const kanaal = data?.rijen.find((each) => each.code === post.kanaalCode)
  return (
    <article className={css['post']} data-type={post.type} data-dit={(dit && !alleen) || undefined}>
      <header>
        <Icoon naam={kanaal ? kanaalIcoon[kanaal.icoon] : 'bericht'} />
        <h2>{dit ? post.onderwerp : <Link to={paden.klantcontact(post.id)}>{post.onderwerp}</Link>}</h2>
        <span className={css['zacht']}>
          {[t.typen[post.type], kanaal?.naam, t[post.richting]].filter(Boolean).join(' · ')} ·{' '}
          <Medewerkernaam medewerker={post.medewerker} /> · <Tijdstip moment={post.plaatsgevondenOp} />
          {post.sjabloon && ` · ${t.sjabloon(post.sjabloon.naam)}`}
        </span>
      </header>
      <div className={css['merken']}>
        {post.type === 'klacht' && (
          <StatusBadge toon="fout" icoon="vlag">
            {t.typen.klacht}
          </StatusBadge>
        )}
        {post.directBeantwoord && <StatusBadge toon="goed">{t.direct}</StatusBadge>}
        {post.contactGelukt === false && <StatusBadge toon="let-op">{t.nietBereikt}</StatusBadge>}
        {post.vertrouwelijk && <StatusBadge icoon="slot">{t.vertrouwelijk}</StatusBadge>}
        <StatusBadge icoon={post.toonInPortaal ? 'oog' : 'slot'}>
          {post.toonInPortaal ? t.inPortaal : t.nietInPortaal}
        </StatusBadge>
        {post.onderwerpen.map((onderwerp) => (
          <span key={onderwerp.id} className={css['onderwerp']}>
            {onderwerp.naam}
          </span>
        ))}
      </div>
      {post.vraag && <Tekst>{post.vraag}</Tekst>}
      {post.antwoord && (
        <div className={css['antwoord']}>
          {post.vraag && <h3>{t.antwoord}</h3>}
          <Tekst>{post.antwoord}</Tekst>
        </div>
      )}
      {post.gelezenOp && (
        <p className={css['zacht']}>
          <Icoon naam="vink" maat={14} /> {t.gelezenDoorKlant} <Tijdstip moment={post.gelezenOp} />
        </p>
      )}
      {post.interneNotitie && (
        <div className={css['intern']}>
          <h3>
            <Icoon naam="slot" maat={14} /> {t.intern}
          </h3>
          <Tekst>{post.interneNotitie}</Tekst>
        </div>
      )}
      {post.bijlagen.length > 0 && (
        <ul className={css['bijlagen']}>
          {post.bijlagen.map((bijlage) => (
            <li key={bijlage.id}>
              <a href={urlOf(downloadBijlage, { params: { id: bijlage.id } })} download>
                <Icoon naam="paperclip" maat={14} /> {bijlage.bestandsnaam}
              </a>{' '}
              <span className={css['zacht']}>{omvang(bijlage.omvang)}</span>
              {bijlage.onveilig && (
                <span title={t.bijlageOnveilig}>
                  <Icoon naam="let_op" maat={14} label={t.bijlageOnveilig} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
