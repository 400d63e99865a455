// Where somebody is reached, and by which they are known: small letters, so that nobody is two people.
import { z } from 'zod'

export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'an e-mail address has at most 254 characters')
  .check(z.email('this is not an e-mail address'))
