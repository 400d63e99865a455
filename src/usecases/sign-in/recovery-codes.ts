// Recovery codes: for who has lost the phone, and reads them from paper.
import { randomInt } from 'node:crypto'

const letters = 'abcdefghjkmnpqrstvwxyz23456789'

/** Ten of 49 bits each, in letters that are not mistaken for each other. */
export function newRecoveryCodes(): readonly string[] {
  const part = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 10 }, () => `${part()}-${part()}`)
}

/** As it is kept, however somebody copied it from paper: in capitals, without the dash, with blanks. */
export function recoveryCodeIn(text: string): string {
  const plain = text.toLowerCase().replaceAll(/[\s\-–—]/g, '')
  return `${plain.slice(0, 5)}-${plain.slice(5)}`
}
