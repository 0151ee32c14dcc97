/** The oldest Node that has everything Rondom uses: `Temporal`, TypeScript without a build, and SQLite's locks. */
const oldest = 26

/** Ends the process with a sentence on a Node that is too old. To be called before anything else is loaded. */
export function requireRuntime(version: string = process.versions.node): void {
  const fault = runtimeFault(version)
  if (!fault) return
  process.stderr.write(`${fault}\n`)
  process.exit(1)
}

export function runtimeFault(version: string): string | undefined {
  if (Number.parseInt(version, 10) >= oldest) return undefined
  return (
    `Rondom draait op Node ${oldest} of nieuwer, en dit is Node ${version}. ` +
    'Start het met "npm start": dat haalt zelf de juiste Node op. Of installeer Node van https://nodejs.org.'
  )
}
