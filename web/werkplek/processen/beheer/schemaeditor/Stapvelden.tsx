import { zaakStatusNamen } from '#contract/zaken.ts'
import type { Paneelprops } from './Eigenschappen.tsx'
import { tekstVan } from './modeler.ts'
import { useSchemaeditorTeksten } from './schemaeditorTeksten.ts'
import { Keuzeveld, Tekstveld } from './velden.tsx'
import { zet } from './wijzig.ts'

/** Who does it, with what, before when, and what the case is called meanwhile. */
export function Stapvelden({ schema: { modeler }, element, keuzes }: Paneelprops) {
  const t = useSchemaeditorTeksten()
  const { type, businessObject } = element
  const veld = (naam: string) => ({
    waarde: tekstVan(businessObject.get(`rondom:${naam}`)),
    onWijzig: (waarde: string) => zet(modeler, element, `rondom:${naam}`, waarde),
  })
  const isTaak = type === 'bpmn:UserTask'
  const wacht = isTaak || type === 'bpmn:ReceiveTask' || type === 'bpmn:IntermediateCatchEvent'
  const andere = modeler
    .get<{ filter(welke: (each: { type: string }) => boolean): { id: string }[] }>('elementRegistry')
    .filter((each) => each.type === 'bpmn:Process')
  return (
    <>
      {(isTaak || type === 'bpmn:StartEvent') && (
        <Keuzeveld label={t.formulier} opties={keuzes.formulieren} leeg={t.geen} {...veld('formulier')} />
      )}
      {isTaak && (
        <>
          <Keuzeveld
            label={t.team}
            uitleg={t.teamUitleg}
            opties={[...keuzes.teams, { value: 'klant', label: t.klant }]}
            leeg={t.teamVanProces}
            metFeel
            {...veld('team')}
          />
          <Tekstveld label={t.termijn} uitleg={t.termijnUitleg} {...veld('termijn')} />
          <Keuzeveld
            label={t.prioriteit}
            opties={[
              { value: 'laag', label: t.prioriteiten.laag },
              { value: 'normaal', label: t.prioriteiten.normaal },
              { value: 'hoog', label: t.prioriteiten.hoog },
            ]}
            leeg={t.gewoon}
            metFeel
            {...veld('prioriteit')}
          />
          <Keuzeveld
            label={t.ookKlant}
            uitleg={t.ookKlantUitleg}
            opties={[{ value: 'ja', label: t.ookKlantJa }, ...keuzes.formulieren]}
            leeg={t.ookKlantNee}
            {...veld('klant')}
          />
          <Tekstveld label={t.klantpartij} uitleg={t.klantpartijUitleg} {...veld('klantpartij')} />
        </>
      )}
      {type === 'bpmn:BusinessRuleTask' && (
        <>
          <Keuzeveld label={t.beslissing} opties={keuzes.beslissingen} leeg={t.kies} {...veld('beslissing')} />
          <Tekstveld label={t.resultaat} uitleg={t.resultaatUitleg} {...veld('resultaat')} />
        </>
      )}
      {type === 'bpmn:CallActivity' && (
        <Keuzeveld
          label={t.aangeroepen}
          opties={andere.map(({ id }) => ({ value: id, label: id }))}
          leeg={t.kies}
          waarde={tekstVan(businessObject.get('calledElement'))}
          onWijzig={(waarde) => zet(modeler, element, 'calledElement', waarde)}
        />
      )}
      <Statusvelden {...veld('status')} />
      {wacht && (
        <Keuzeveld
          label={t.wachtOp}
          uitleg={t.wachtOpUitleg}
          opties={[
            { value: 'klant', label: t.klant },
            { value: 'derde', label: t.derde },
          ]}
          leeg={t.niemand}
          {...veld('wachtOp')}
        />
      )}
    </>
  )
}

/** The code of ZGW, and what this process calls it: `INU:Ingepland`. */
function Statusvelden({ waarde, onWijzig }: { waarde: string; onWijzig: (waarde: string) => void }) {
  const t = useSchemaeditorTeksten()
  const [code = '', ...rest] = waarde.split(':')
  const naam = rest.join(':')
  return (
    <>
      <Keuzeveld
        label={t.status}
        uitleg={t.statusUitleg}
        opties={Object.entries(zaakStatusNamen).map(([value, label]) => ({ value, label }))}
        leeg={t.ongewijzigd}
        waarde={code}
        onWijzig={(next) => onWijzig(next && naam ? `${next}:${naam}` : next)}
      />
      {code && (
        <Tekstveld label={t.statusNaam} waarde={naam} onWijzig={(next) => onWijzig(next ? `${code}:${next}` : code)} />
      )}
    </>
  )
}
