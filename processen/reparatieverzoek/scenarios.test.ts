import { bewijsProces } from '#server/processen/testing/bewijsProces.ts'

await bewijsProces('reparatieverzoek')
