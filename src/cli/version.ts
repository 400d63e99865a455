// The version of this checkout.
import { readFileSync } from 'node:fs'

export function version(): string {
  const { version: text } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string
  }
  return text
}
