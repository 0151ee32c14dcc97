export const nl = {
  reparaties: 'Reparaties',
  geen: 'Op deze woning zijn geen reparaties bekend.',
  loopt: (aantal: number) => (aantal === 1 ? '1 loopt nu' : `${aantal} lopen nu`),
  gemeld: (wanneer: string) => `gemeld ${wanneer}`,
  nietTeLezen: 'De reparaties zijn nu niet te lezen.',
  opnieuw: 'Opnieuw proberen',
  meer: (aantal: number) => `Nog ${aantal} eerdere tonen`,
  statussen: {
    REG: 'Gemeld',
    BEO: 'Wordt beoordeeld',
    INB: 'In behandeling',
    TEC: 'Werk klaar',
    FIN: 'Wordt afgerekend',
    AFG: 'Afgehandeld',
    GEA: 'Geannuleerd',
  },
}
