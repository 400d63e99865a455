// Where somebody is reached, and by which they are known: small letters, so that nobody is two people.
import { z } from 'zod'
import { longest } from './text.ts'

export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(longest.email, `an e-mail address has at most ${longest.email} characters`)
  .check(z.email('this is not an e-mail address'))
