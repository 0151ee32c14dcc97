import type { Vertaal } from '../../schema/vertaal.ts'
import { geenPalet, geenVervanging, geenVervolg, stapsoorten, type vervolgsoorten } from './soorten.ts'

/* diagram-js builds services by name: each function says in `$inject` what it is given. */

type Ingangen = Record<string, object>
type Aanbieder = { registerProvider(voorrang: number, aanbieder: object): void }
type Fabriek = { createShape(wat: { type: string; eventDefinitionType?: string }): object }
type Maken = { start(event: Event, vorm: object, context?: object): void }
type Plaatsen = { append(bron: object, vorm: object): void }

/** After those of bpmn-js, so that it can take away from what they offer. */
const later = 500

function paletVanRondom(palette: Aanbieder, create: Maken, elementFactory: Fabriek, translate: Vertaal) {
  palette.registerProvider(later, {
    getPaletteEntries: () => (ingangen: Ingangen) => {
      const wat = (type: string, icoon: string, naam: string, gebeurtenis?: string) => {
        const begin = (event: Event) =>
          create.start(
            event,
            elementFactory.createShape({ type, ...(gebeurtenis && { eventDefinitionType: gebeurtenis }) }),
          )
        return {
          group: 'activity',
          className: icoon,
          title: translate(naam),
          action: { dragstart: begin, click: begin },
        }
      }
      const blijft = Object.entries(ingangen).filter(([naam]) => !geenPalet.test(naam))
      const stappen = stapsoorten.map(({ soort, icoon, naam }) => [`create.${soort}`, wat(soort, icoon, naam)])
      const wachten = wat(
        'bpmn:IntermediateCatchEvent',
        'bpmn-icon-intermediate-event-catch-timer',
        'Timer intermediate catch event',
        'bpmn:TimerEventDefinition',
      )
      return Object.fromEntries([...blijft, ...stappen, ['create.wachten', { ...wachten, group: 'event' }]])
    },
  })
}
paletVanRondom.$inject = ['palette', 'create', 'elementFactory', 'translate']

function vervolgVanRondom(
  contextPad: Aanbieder,
  create: Maken,
  elementFactory: Fabriek,
  autoPlace: Plaatsen,
  translate: Vertaal,
) {
  contextPad.registerProvider(later, {
    getContextPadEntries: () => (ingangen: Ingangen) => {
      const blijft = Object.entries(ingangen).filter(([naam]) => !geenVervolg.test(naam))
      if (!('append.append-task' in ingangen)) return Object.fromEntries(blijft)
      const stappen = stapsoorten.map(({ soort, icoon, naam }) => {
        const vorm = () => elementFactory.createShape({ type: soort })
        return [
          `append.${soort}`,
          {
            group: 'model',
            className: icoon,
            title: translate(naam),
            action: {
              click: (_: Event, bron: object) => autoPlace.append(bron, vorm()),
              dragstart: (event: Event, bron: object) => create.start(event, vorm(), { source: bron }),
            },
          },
        ]
      })
      return Object.fromEntries([...stappen, ...blijft])
    },
  })
}
vervolgVanRondom.$inject = ['contextPad', 'create', 'elementFactory', 'autoPlace', 'translate']

function vervangingVanRondom(popupMenu: { registerProvider(id: string, voorrang: number, aanbieder: object): void }) {
  const zonder = (ingangen: Ingangen) =>
    Object.fromEntries(Object.entries(ingangen).filter(([naam]) => !geenVervanging.test(naam)))
  popupMenu.registerProvider('bpmn-replace', later, {
    getPopupMenuEntries: () => zonder,
    getPopupMenuHeaderEntries: () => zonder,
  })
}
vervangingVanRondom.$inject = ['popupMenu']

/** Leaves only what the engine runs in the palette, around an element and in the menu that changes it. */
export const alleenWatKan = {
  __init__: ['paletVanRondom', 'vervolgVanRondom', 'vervangingVanRondom'],
  paletVanRondom: ['type', paletVanRondom],
  vervolgVanRondom: ['type', vervolgVanRondom],
  vervangingVanRondom: ['type', vervangingVanRondom],
}

export type Vervolgsoort = (typeof vervolgsoorten)[number]
