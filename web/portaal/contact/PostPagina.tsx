import { listPost } from '#contract/portaal/berichten.ts'
import { wanneer } from '#kit/format.ts'
import { Meer } from '../lijst/Meer.tsx'
import { useBladzijden } from '../lijst/useBladzijden.ts'
import { Badge } from '../nlds/Badge.tsx'
import { Lijst, Rijlink } from '../nlds/Card.tsx'
import { Lading, Leeg } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { paden } from '../paden.ts'
import { useContactTeksten } from './contactTeksten.ts'

/** Everything that we sent, by whatever way it went. */
export function PostPagina() {
  const t = useContactTeksten()
  const post = useBladzijden(listPost)
  return (
    <Pagina titel={t.post} onder={t.postUitleg} terug={{ naar: paden.contact, naam: t.terug }}>
      <div className="stapel">
        <Lading query={post}>
          {(rijen) =>
            rijen.length === 0 ? (
              <Leeg icoon="mail" titel={t.postLeeg} />
            ) : (
              <Lijst label={t.post}>
                {rijen.map((rij) => (
                  <li key={rij.id}>
                    <Rijlink
                      to={paden.poststuk(rij.id)}
                      icoon={rij.kanaal === 'brief' ? 'document' : 'mail'}
                      titel={rij.onderwerp}
                      onder={`${wanneer(rij.op)} · ${t.poststuk[rij.kanaal]}`}
                      rechts={
                        rij.gelezenOp ? undefined : (
                          <Badge toon="let-op" icoon="mail">
                            {t.nieuwBericht}
                          </Badge>
                        )
                      }
                    />
                  </li>
                ))}
              </Lijst>
            )
          }
        </Lading>
        <Meer lijst={post} tekst={t.meer} />
      </div>
    </Pagina>
  )
}
