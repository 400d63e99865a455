// What is typed when signing in, as schemas.
import { z } from 'zod'
import { lineUpTo } from '../../core/text.ts'
import { longestPassword } from '../../usecases/sign-in/password-policy.ts'

/** As it is kept: small letters. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('This is no e-mail address.'))
  .meta({ description: 'an e-mail address', example: 'dana@northshore.example' })

/** What is typed is compared as it is; a new one is judged by the password policy. */
export const Password = z.string().min(1, 'Enter the password.').max(longestPassword)

export const Code = z
  .string()
  .trim()
  .min(6, 'Enter the code.')
  .max(40)
  .meta({ description: 'what the authenticator app shows, or a recovery code', example: '123456' })

export const Secret = z.string().min(20).max(100).meta({ description: '`token` of the link that was mailed' })

export const Name = z.string().trim().min(1, 'Enter a name.').max(200).pipe(lineUpTo(200))

/** The answer of `navigator.credentials`, as its `toJSON()` gives it. */
export const PasskeyAnswer = z
  .looseObject({ id: z.string().max(2000), type: z.literal('public-key'), response: z.looseObject({}) })
  .meta({ description: 'what the browser’s `navigator.credentials` answered, as its `toJSON()` gives it' })

export const PasskeyAsk = z
  .looseObject({ challenge: z.string() })
  .meta({ description: 'for the browser’s `navigator.credentials`' })

export const LetInBody = z.strictObject({
  state: z
    .enum(['signed-in', 'code-needed'])
    .meta({ description: '`code-needed`: send the code of the authenticator app, or a recovery code, next' }),
})
