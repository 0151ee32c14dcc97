/** The kinds of steps that the engine runs, and so the only ones that one can draw (`controleerModel` on the server). */
export const stapsoorten = [
  { soort: 'bpmn:UserTask', icoon: 'bpmn-icon-user-task', naam: 'User task' },
  { soort: 'bpmn:ServiceTask', icoon: 'bpmn-icon-service-task', naam: 'Service task' },
  { soort: 'bpmn:SendTask', icoon: 'bpmn-icon-send-task', naam: 'Send task' },
  { soort: 'bpmn:ReceiveTask', icoon: 'bpmn-icon-receive-task', naam: 'Receive task' },
  { soort: 'bpmn:BusinessRuleTask', icoon: 'bpmn-icon-business-rule-task', naam: 'Business rule task' },
] as const

/** What one can put behind a step by keyboard; an event needs to know at once what it waits for. */
export const vervolgsoorten = [
  ...stapsoorten,
  { soort: 'bpmn:ExclusiveGateway', naam: 'Exclusive gateway' },
  { soort: 'bpmn:ParallelGateway', naam: 'Parallel gateway' },
  {
    soort: 'bpmn:IntermediateCatchEvent',
    naam: 'Timer intermediate catch event',
    gebeurtenis: 'bpmn:TimerEventDefinition',
  },
  {
    soort: 'bpmn:IntermediateCatchEvent',
    naam: 'Message intermediate catch event',
    gebeurtenis: 'bpmn:MessageEventDefinition',
  },
  { soort: 'bpmn:EndEvent', naam: 'End event' },
] as const satisfies readonly { soort: string; naam: string; icoon?: string; gebeurtenis?: string }[]

/** Entries of the palette that draw something which the engine refuses. */
export const geenPalet = /^create\.(?:task|data-object|data-store|participant-expanded|group|intermediate-event)$/
export const geenVervolg =
  /^append\.(?:append-task|condition-intermediate-event|compensation-activity|intermediate-event)$/
/** Entries of the menu that changes what something is. */
export const geenVervanging =
  /(?:^replace-with-(?:task|manual-task|script-task|complex-gateway|transaction|data-|none-intermediate)|ad-hoc|conditional-(?!flow)|compensation|link-|cancel-|pool|toggle-loop)/
