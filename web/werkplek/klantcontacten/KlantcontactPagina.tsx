import { Button, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { listGesprekken, startGesprek } from '#contract/gesprekken.ts'
import { tijdlijn } from '#contract/klantbeeld.ts'
import { getKlantcontact, type Klantcontact, setPortaal } from '#contract/klantcontacten.ts'
import { listTaken } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { dagwoord } from '#kit/format.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { meld } from '#kit/melding.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import css from './Klantcontact.module.css'
import { useKlantcontactTeksten } from './klantcontactTeksten.ts'
import { Post } from './Post.tsx'

const route = getRouteApi('/klantcontacten/$klantcontactId')

/** One post in its thread: the question, what was answered and by whom, and the taken that came of it. */
export function KlantcontactPagina() {
  const { klantcontactId } = route.useParams()
  const client = useQueryClient()
  const query = useQuery(lees(getKlantcontact, { params: { id: klantcontactId } }))
  useGebeurtenis(['klantcontact.*'], () => void ververs(client, getKlantcontact))
  return (
    <Lading query={query} pagina>
      {(contact) => <Inhoud contact={contact} />}
    </Lading>
  )
}

function Inhoud({ contact }: { contact: Klantcontact }) {
  const t = useKlantcontactTeksten()
  const klant = contact.betrokkenen.find((each) => each.rol === 'klant')
  return (
    <div className={css['pagina']}>
      <Paginatitel
        titel={contact.onderwerp}
        onder={
          <>
            {t.nummer(contact.nummer)}
            {klant && ' · '}
            {klant?.partijId ? <Link to={paden.klant(klant.partijId)}>{klant.naam}</Link> : klant?.naam}
          </>
        }
      >
        <Portaal contact={contact} />
        <Antwoorden contact={contact} />
      </Paginatitel>
      <div className={css['kolommen']}>
        <section aria-label={t.draad} className={css['draad']}>
          {contact.draad.map((post) => (
            <Post key={post.id} post={post} dit={post.id === contact.id} alleen={contact.draad.length === 1} />
          ))}
        </section>
        <aside className={css['zij']}>
          <Betrokkenen contact={contact} />
          <Taken contact={contact} />
          {contact.onderwerpobjecten.length > 0 && (
            <section>
              <h2>{t.gaatOver}</h2>
              <ul>
                {contact.onderwerpobjecten.map((object) => (
                  <li key={`${object.soort}${object.objectId}`}>
                    {t.soorten[object.soort]}: <Objectlink {...object} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          {contact.zelfdeGesprek.length > 0 && (
            <section>
              <h2>{t.gesprek}</h2>
              <ul>
                {contact.zelfdeGesprek.map((each) => (
                  <li key={each.id}>
                    <Link to={paden.klantcontact(each.id)}>{each.onderwerp}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </aside>
      </div>
    </div>
  )
}

function Objectlink({ soort, objectId, omschrijving }: Klantcontact['onderwerpobjecten'][number]) {
  const naam = omschrijving || objectId
  if (soort === 'eenheid') return <Link to={paden.eenheid(objectId)}>{naam}</Link>
  if (soort === 'klantcontact') return <Link to={paden.klantcontact(objectId)}>{naam}</Link>
  return naam
}

function Betrokkenen({ contact }: { contact: Klantcontact }) {
  const t = useKlantcontactTeksten()
  return (
    <section>
      <h2>{t.betrokkenen}</h2>
      <ul>
        {contact.betrokkenen.map((each) => (
          <li key={`${each.rol}${each.partijId}`}>
            <Icoon naam={each.rol === 'huishouden' ? 'mensen' : 'persoon'} maat={14} />{' '}
            {each.partijId ? (
              <Link to={paden.klant(each.partijId)}>{each.naam || t.onbekend}</Link>
            ) : (
              each.naam || t.onbekend
            )}{' '}
            <span className={css['zacht']}>{t.rollen[each.rol]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Only taken that I may see; for the rest it looks as if there were none. */
function Taken({ contact }: { contact: Klantcontact }) {
  const t = useKlantcontactTeksten()
  const may = useRecht('taak.lezen')
  const client = useQueryClient()
  const [root = contact] = contact.draad
  const query = { klantcontactId: root.id }
  const open = useQuery({ ...lees(listTaken, { query }), enabled: may })
  const closed = useQuery({ ...lees(listTaken, { query: { ...query, status: 'gesloten' } }), enabled: may })
  useGebeurtenis(['taak.*'], () => void ververs(client, listTaken))
  const taken = [...(open.data?.rijen ?? []), ...(closed.data?.rijen ?? [])]
  if (taken.length === 0) return null
  return (
    <section>
      <h2>{t.taken}</h2>
      <ul>
        {taken.map((taak) => (
          <li key={taak.id}>
            <Link to={paden.taak(taak.id)}>{taak.onderwerp}</Link>{' '}
            <span className={css['zacht']}>
              {[taak.team.naam, taak.medewerker?.naam, taak.deadline && dagwoord(taak.deadline)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the customer can see; each change is written down. */
function Portaal({ contact }: { contact: Klantcontact }) {
  const t = useKlantcontactTeksten()
  const client = useQueryClient()
  const may = useRecht('klantcontact.registreren')
  const set = useMutation({
    mutationFn: (toonInPortaal: boolean) =>
      call(setPortaal, { params: { id: contact.id }, body: { toonInPortaal }, ifMatch: contact.versie }),
    onSuccess: (after) => meld(after.toonInPortaal ? t.portaalAan : t.portaalUit),
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
    onSettled: () => ververs(client, getKlantcontact, tijdlijn),
  })
  return (
    <Switch
      label={t.toonPortaal}
      checked={contact.toonInPortaal}
      disabled={!may || contact.vertrouwelijk || set.isPending}
      onChange={({ currentTarget }) => set.mutate(currentTarget.checked)}
    />
  )
}

/** Starts a contact that answers this one: it becomes part of the thread, and keeps the promise. */
function Antwoorden({ contact }: { contact: Klantcontact }) {
  const t = useKlantcontactTeksten()
  const navigate = useNavigate()
  const client = useQueryClient()
  const may = useRecht('klantcontact.registreren')
  const klant = contact.betrokkenen.find((each) => each.rol === 'klant')
  const start = useMutation({
    mutationFn: () =>
      call(startGesprek, {
        body: {
          partijId: klant?.partijId ?? null,
          antwoordOp: contact.draad[0]?.id ?? contact.id,
          kanaalCode: contact.kanaalCode,
        },
      }),
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
    onSuccess: async (gesprek) => {
      void ververs(client, listGesprekken)
      await navigate({ to: paden.gesprek(gesprek.id) })
    },
  })
  if (!may) return null
  return (
    <Button
      variant="default"
      loading={start.isPending}
      leftSection={<Icoon naam="bericht" maat={14} />}
      onClick={() => start.mutate()}
    >
      {t.antwoordGeven}
    </Button>
  )
}
