import { rolNamen } from '#contract/rechten.ts'
import { tweetalig, useTeksten } from './teksten.ts'

const en = {
  klantcontactmedewerker: 'Customer contact agent',
  vakspecialist: 'Specialist',
  coordinator: 'Coordinator',
  'functioneel-beheerder': 'Functional administrator',
  redacteur: 'Editor',
  'privacy-officer': 'Privacy officer',
}
const teksten = tweetalig(rolNamen, async () => en)

/** What the roles of an employee are called. */
export const useRolNamen = () => useTeksten(teksten)
