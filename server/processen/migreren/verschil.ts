import type { Formulierdefinitie } from '#contract/formulieren.ts'
import type { Overzetverschil } from '#contract/procesmigratie.ts'
import type { Procesmodel } from '../model/procesmodel.ts'
import type { Geladen } from '../versies/geladen.ts'

/** What somebody should know before a case goes over: other questions, other data, other times. */
export function verschilVan(oud: Geladen, nieuw: Geladen): Overzetverschil {
  const [voor, na] = [namenVan(oud), namenVan(nieuw)]
  return {
    formulieren: formulierverschillen(oud, nieuw),
    gegevens: { erbij: zonder(na, voor), weg: zonder(voor, na) },
    termijnen: tijdverschillen(oud.model, nieuw.model),
  }
}

function formulierverschillen(oud: Geladen, nieuw: Geladen): Overzetverschil['formulieren'] {
  return [...nieuw.model.stappen.values()].flatMap((stap) => {
    const eerst = oud.formulieren[oud.model.stappen.get(stap.id)?.formulier ?? '']
    const dan = nieuw.formulieren[stap.formulier]
    if (!oud.model.stappen.has(stap.id) || JSON.stringify(eerst) === JSON.stringify(dan)) return []
    const [voor, na] = [labels(eerst), labels(dan)]
    return [
      {
        titel: dan?.titel ?? eerst?.titel ?? '',
        stap: stap.naam || stap.id,
        erbij: zonder(na, voor),
        weg: zonder(voor, na),
      },
    ]
  })
}

const labels = (formulier: Formulierdefinitie | undefined) => new Set(formulier?.velden.map(({ label }) => label))

function namenVan({ model, formulieren }: Geladen): Set<string> {
  return new Set([
    ...Object.values(formulieren).flatMap(({ velden }) => velden.map(({ naam }) => naam)),
    ...[...model.stappen.values()].flatMap(({ uitvoer, resultaat }) => [
      ...uitvoer.map(({ naam }) => naam),
      ...(resultaat ? [resultaat] : []),
    ]),
  ])
}

/** A time that was set stays as it is; the new one counts from the next time. */
function tijdverschillen(oud: Procesmodel, nieuw: Procesmodel): string[] {
  const tijden = ({ stappen }: Procesmodel) =>
    new Map(
      [...stappen.values()].flatMap(({ id, naam, termijn, gebeurtenissen }) => {
        const tijd = [termijn, ...gebeurtenissen.map((each) => each.tijd?.waarde ?? '')].filter(Boolean).join(', ')
        return tijd ? [[id, { naam: naam || id, tijd }] as const] : []
      }),
    )
  const [voor, na] = [tijden(oud), tijden(nieuw)]
  return [
    ...[...na].flatMap(([id, { naam, tijd }]) => {
      const eerst = voor.get(id)
      if (!eerst) return [`${naam}: ${tijd} (nieuw)`]
      return eerst.tijd === tijd ? [] : [`${naam}: ${eerst.tijd} → ${tijd}`]
    }),
    ...[...voor].flatMap(([id, { naam, tijd }]) => (na.has(id) ? [] : [`${naam}: ${tijd} (vervalt)`])),
  ]
}

const zonder = (alles: ReadonlySet<string>, behalve: ReadonlySet<string>) =>
  [...alles].filter((each) => !behalve.has(each)).sort()
