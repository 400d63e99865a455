// What the rules say of a command line's options, in the words of the API: "--party" is the field "parties".
import { Overtaken, Refusal } from '../core/refusal.ts'

/** Options that the API calls otherwise. */
const fields: Readonly<Record<string, string>> = {
  party: 'parties',
  scope: 'scopes',
  dated: 'date',
  'document-version': 'version',
}

export function fieldWords(text: string): string {
  return text.replaceAll(/--([a-z][a-z-]*)/g, (_, option: string) => `“${fields[option] ?? option}”`)
}

export async function inFieldWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Overtaken) throw error
    const issues = error.issues.map(({ at, message }) => ({ at: fieldWords(at), message: fieldWords(message) }))
    throw new Refusal(error.code, fieldWords(error.message), issues)
  }
}
