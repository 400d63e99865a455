// The agreement that an exhibit belongs to, by title, reference and date; and what stands there when it is not named.
import type { Subject } from '../rendition/rendition.ts'

export function sayAgreement({ matrix: { agreement }, rendition: { locale } }: Subject): string {
  const { title, reference, effective } = agreement
  const name =
    title === undefined ? 'the agreement between them, to be named here' : `the ${title.replace(/^the /i, '')}`
  return [
    name,
    ...(reference === undefined ? [] : [`reference ${reference}`]),
    ...(effective === undefined ? [] : [`effective ${locale.sayDate(effective)}`]),
  ].join(', ')
}
