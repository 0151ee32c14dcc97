import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { completeGesprek, type Gesprek, getGesprek, saveGesprek, type VoltooidGesprek } from '#contract/gesprekken.ts'
import { call } from '#kit/api.ts'
import { verouderdVan } from '#kit/ConflictDialoog.tsx'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { ApiProblem } from '#kit/probleem.ts'
import { gesprekkenQuery, gesprekQuery } from './gesprekken.queries.ts'
import { bewaarKopie, leesKopie, wisKopie } from './noodkopie.ts'
import { type Actie, begin, isGewijzigd, nu, type Staat, verwerk } from './staat.ts'

/** Long enough to save a sentence instead of a letter, short enough that a crash costs nothing that matters. */
const rust = 1200

export type LopendGesprek = {
  staat: Staat
  doe: (actie: Actie) => void
  /** Saves now what is not saved yet. */
  bewaar: () => Promise<void>
  voltooi: () => Promise<VoltooidGesprek | undefined>
  bezig: boolean
  /** What stops it as a whole; objections to fields are in `staat.fouten`. */
  fout: unknown
}

/** One contact in progress: the reducer, its autosave, and what other windows do to it. */
export function useGesprek(gesprek: Gesprek): LopendGesprek {
  const client = useQueryClient()
  const [staat, toon] = useState(() => herstel(gesprek))
  // The state of this very moment: a save that ends and the next action must not wait for a render.
  const latest = useRef(staat)
  const doe = useCallback((actie: Actie) => {
    latest.current = verwerk(latest.current, actie)
    toon(latest.current)
  }, [])
  const saving = useRef<Promise<void> | undefined>(undefined)
  const [bezig, setBezig] = useState(false)
  const [fout, setFout] = useState<unknown>()

  const bewaar = useCallback(async (): Promise<void> => {
    while (saving.current !== undefined) await saving.current
    const sent = latest.current
    if (!isGewijzigd(sent)) return
    doe({ soort: 'onderweg' })
    saving.current = call(saveGesprek, { params: { id: sent.id }, body: nu(sent), ifMatch: sent.versie })
      .then(
        (saved) => {
          doe({ soort: 'opgeslagen', gesprek: saved })
          void client.invalidateQueries({ queryKey: gesprekkenQuery.queryKey })
        },
        (error: unknown) => {
          const huidig = verouderdVan<Gesprek>(error)
          doe(huidig ? { soort: 'server', gesprek: huidig } : { soort: 'opslaan-mislukt' })
        },
      )
      .finally(() => {
        saving.current = undefined
      })
    await saving.current
  }, [client, doe])

  const voltooi = async () => {
    setBezig(true)
    setFout(undefined)
    try {
      await bewaar()
      const now = latest.current
      const done = await call(completeGesprek, { params: { id: now.id }, body: nu(now), ifMatch: now.versie })
      wisKopie(now.id)
      client.removeQueries({ queryKey: gesprekQuery(now.id).queryKey })
      return done
    } catch (error) {
      const huidig = verouderdVan<Gesprek>(error)
      const objections = error instanceof ApiProblem ? error.invalidParams : []
      if (huidig) doe({ soort: 'server', gesprek: huidig })
      if (objections.length > 0) doe({ soort: 'fouten', fouten: perVeld(objections) })
      else setFout(error)
      return undefined
    } finally {
      setBezig(false)
    }
  }

  const gewijzigd = isGewijzigd(staat)
  // Runs again at each key, so that it waits for a pause; retried after a failure at the next key or the next minute.
  useEffect(() => {
    if (!gewijzigd) return wisKopie(staat.id)
    bewaarKopie(staat.id, { versie: staat.versie, begin: staat.bewaard, tekst: nu(staat) })
    const timer = setTimeout(() => void bewaar(), staat.opslag === 'mislukt' ? 20_000 : rust)
    return () => clearTimeout(timer)
  }, [staat, gewijzigd, bewaar])

  const flush = useEffectEvent(() => void bewaar())
  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && flush()
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      flush()
    }
  }, [])

  useGebeurtenis(['gesprek.gewijzigd'], async ({ soort, gegevens }) => {
    const mine = soort === 'opnieuw' || gegevens['gesprekId'] === staat.id
    const known = Number(gegevens['versie'] ?? Number.MAX_SAFE_INTEGER) <= latest.current.versie
    if (!mine || known || saving.current !== undefined) return
    const fresh = await call(getGesprek, { params: { id: staat.id } }).catch(() => undefined)
    if (fresh) doe({ soort: 'server', gesprek: fresh })
  })

  return { staat, doe, bewaar, voltooi, bezig, fout }
}

/** Starts from the server's text, with what this tab had typed and not saved on top of it. */
function herstel(gesprek: Gesprek): Staat {
  const kopie = leesKopie(gesprek.id)
  const fresh = begin(gesprek)
  if (!kopie) return fresh
  const before: Staat = { ...fresh, versie: kopie.versie, bewaard: kopie.begin, inhoud: kopie.tekst.inhoud }
  const own = {
    ...before,
    partij: kopie.tekst.partijId === (gesprek.partij?.id ?? null) ? gesprek.partij : fresh.partij,
  }
  if (gesprek.versie > kopie.versie) return verwerk(own, { soort: 'server', gesprek })
  return own
}

/** `inhoud.vragen.0.vraag` → `vragen.0.vraag`: the form knows nothing of the body around it. */
function perVeld(params: readonly { name: string; reason: string }[]): Record<string, string> {
  return Object.fromEntries(params.map(({ name, reason }) => [name.replace(/^inhoud\./, ''), reason]))
}
