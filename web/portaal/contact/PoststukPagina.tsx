import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { downloadPostbijlage, getPost, leesPost, type Poststuk } from '#contract/portaal/berichten.ts'
import { call, urlOf } from '#kit/api.ts'
import { omvang, wanneer } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { metNamens, useLees, useNamens } from '../namens.ts'
import { Lading } from '../nlds/Lading.tsx'
import { Anchor, Link } from '../nlds/Link.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { Opgemaakt } from '../opmaak/Opgemaakt.tsx'
import { paden } from '../paden.ts'
import { useContactTeksten } from './contactTeksten.ts'
import css from './Draad.module.css'

/** One message or letter, as it was sent. */
export function PoststukPagina() {
  const t = useContactTeksten()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const post = useLees(getPost, { params: { id } })
  return (
    <Pagina
      titel={post.data?.onderwerp ?? t.post}
      onder={post.data && `${wanneer(post.data.op)} · ${t.poststuk[post.data.kanaal]}`}
      terug={{ naar: paden.post, naam: t.terugPost }}
    >
      <Lading query={post}>{(data) => <Inhoud post={data} />}</Lading>
    </Pagina>
  )
}

function Inhoud({ post }: { post: Poststuk }) {
  const t = useContactTeksten()
  const namens = useNamens()
  const client = useQueryClient()
  const { id, gelezenOp } = post
  useEffect(() => {
    if (gelezenOp) return
    void call(leesPost, metNamens(namens, { params: { id } }))
      .then(() => client.invalidateQueries({ refetchType: 'none' }))
      .catch(() => {})
  }, [id, gelezenOp, namens, client])
  return (
    <div className="stapel">
      <article className="kaart" lang={post.taal}>
        <Opgemaakt tekst={post.tekst} />
      </article>
      {post.bijlagen.length > 0 && (
        <ul className={css['bijlagen']} aria-label={t.bijlagen}>
          {post.bijlagen.map((bijlage) => (
            <li key={bijlage.nummer}>
              <Anchor
                href={urlOf(downloadPostbijlage, metNamens(namens, { params: { id, nummer: bijlage.nummer } }))}
                download
              >
                <Icoon naam="paperclip" maat={18} /> {bijlage.bestandsnaam} ({omvang(bijlage.omvang)})
              </Anchor>
            </li>
          ))}
        </ul>
      )}
      {post.zaakId && (
        <Paragraph>
          <Link to={paden.zaak(post.zaakId)}>{t.bijZaak}</Link>
        </Paragraph>
      )}
    </div>
  )
}
