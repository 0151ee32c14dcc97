/**
 * What Rondom adds to BPMN 2.0, as a moddle descriptor: the same for the engine and for the editor in the browser.
 * Standard attributes keep their standard meaning; ours only say which team, form, action, message or decision it is.
 */
export const rondomBpmn = {
  name: 'Rondom',
  uri: 'https://rondom.nl/schema/bpmn',
  prefix: 'rondom',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Stap',
      extends: ['bpmn:FlowNode'],
      properties: [
        { name: 'formulier', isAttr: true, type: 'String' },
        { name: 'team', isAttr: true, type: 'String' },
        { name: 'termijn', isAttr: true, type: 'String' },
        { name: 'prioriteit', isAttr: true, type: 'String' },
        { name: 'actie', isAttr: true, type: 'String' },
        { name: 'bericht', isAttr: true, type: 'String' },
        { name: 'document', isAttr: true, type: 'String' },
        { name: 'beslissing', isAttr: true, type: 'String' },
        { name: 'resultaat', isAttr: true, type: 'String' },
        { name: 'status', isAttr: true, type: 'String' },
        { name: 'wachtOp', isAttr: true, type: 'String' },
        { name: 'klant', isAttr: true, type: 'String' },
        { name: 'klantpartij', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Klantproces',
      extends: ['bpmn:Process'],
      properties: [
        { name: 'zaaktype', isAttr: true, type: 'String' },
        { name: 'omschrijving', isAttr: true, type: 'String' },
        { name: 'procesteam', isAttr: true, type: 'String' },
        { name: 'servicenorm', isAttr: true, type: 'String' },
        { name: 'vertrouwelijk', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Herhaling',
      extends: ['bpmn:MultiInstanceLoopCharacteristics'],
      properties: [
        { name: 'verzameling', isAttr: true, type: 'String' },
        { name: 'item', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Rol',
      superClass: ['Element'],
      properties: [
        { name: 'rol', isAttr: true, type: 'String' },
        { name: 'medewerker', isAttr: true, type: 'String' },
        { name: 'team', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Invoer',
      superClass: ['Element'],
      properties: [
        { name: 'naam', isAttr: true, type: 'String' },
        { name: 'waarde', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Uitvoer',
      superClass: ['Element'],
      properties: [
        { name: 'naam', isAttr: true, type: 'String' },
        { name: 'waarde', isAttr: true, type: 'String' },
      ],
    },
  ],
} as const
