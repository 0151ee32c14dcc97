/** A BPMN file with one process around these elements: `knoop`s in order and `a -> b` flows, for tests. */
export function tekening(elementen: string, { wortels = '', processen = '', attributen = '' } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:rondom="https://rondom.nl/schema/bpmn" id="Definitie" targetNamespace="https://rondom.nl/proef">
${wortels}
<bpmn:process id="proef" name="Proef" isExecutable="true" rondom:zaaktype="proef" ${attributen}>
${pijlen(elementen)}
</bpmn:process>
${pijlen(processen)}
</bpmn:definitions>`
}

/** `a -> b` becomes a flow; `a -> b [voorwaarde]` one with a FEEL condition. */
function pijlen(tekst: string): string {
  let nummer = 0
  return tekst.replace(/^[ \t]*(\w+) -> (\w+)(?: \[(.+)\])?[ \t]*$/gm, (_, van: string, naar: string, als?: string) => {
    const voorwaarde = als
      ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${als.replaceAll('<', '&lt;')}</bpmn:conditionExpression>`
      : ''
    return `<bpmn:sequenceFlow id="${van}_${naar}_${nummer++}" sourceRef="${van}" targetRef="${naar}">${voorwaarde}</bpmn:sequenceFlow>`
  })
}
