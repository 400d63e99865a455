// The options that say how a document looks: whose branding, which page and dates, signed or not.
import { dirname, resolve } from 'node:path'
import type { Context } from '../core/context.ts'
import type { Matrix } from '../core/matrix.ts'
import { plainBranding } from '../core/rendition/branding.ts'
import type { Branding, Logo } from '../core/rendition/branding.ts'
import type { Rendition } from '../core/rendition/rendition.ts'
import { revisionDate } from '../core/rendition/revision-date.ts'
import { checkSignOff, SignOff } from '../core/rendition/sign-off.ts'
import { issuesOf } from '../core/schema-issues.ts'
import { Refusal } from '../core/refusal.ts'
import { readValue } from '../documents/read-value.ts'
import { digestOf, revisionBytes } from '../documents/revision.ts'
import type { Given, Options } from './command.ts'
import { readBytes } from './files.ts'

export const renditionOptions = {
  branding: { type: 'string', value: 'FILE', help: 'name, address, logo and colours of the MSP, in YAML' },
  locale: { type: 'string', value: 'TAG', help: 'order of dates and page size: en-US (default), en-GB …' },
  page: { type: 'string', value: 'SIZE', help: 'page size', choices: ['letter', 'a4'] },
  'sign-off': { type: 'string', value: 'FILE', help: 'who signed this revision, when and how (JSON or YAML)' },
} as const satisfies Options

export async function renditionFor(
  matrix: Matrix,
  context: Pick<Context, 'frameworks'>,
  given: Given,
): Promise<Rendition> {
  const { localeOf } = await import('../documents/locale/locale.ts')
  const page = given.text('page')
  const bytes = revisionBytes(matrix)
  const digest = digestOf(bytes)
  const signOff = await signOffIn(given.text('sign-off'), digest)
  if (signOff !== undefined) checkSignOff(signOff, matrix)
  return {
    digest,
    bytes,
    signOff,
    date: revisionDate(matrix, context, signOff),
    locale: localeOf(
      given.text('locale') ?? 'en-US',
      page === 'letter' ? 'us-letter' : page === 'a4' ? 'a4' : undefined,
    ),
    branding: await brandingIn(given.text('branding')),
  }
}

async function signOffIn(file: string | undefined, digest: string): Promise<SignOff | undefined> {
  if (file === undefined) return undefined
  const value = await valueIn(file)
  const parsed = SignOff.safeParse(value)
  if (!parsed.success) throw new Refusal('invalid', `${file} is no sign-off`, issuesOf(parsed.error, value))
  if (parsed.data.digest !== digest)
    throw new Refusal(
      'conflict',
      `${file} signs the revision ${parsed.data.digest}, and this is ${digest}. Give the revision that was signed: any edit makes another one`,
    )
  return parsed.data
}

async function brandingIn(file: string | undefined): Promise<Branding> {
  if (file === undefined) return plainBranding
  const { brandingFrom } = await import('../documents/branding/read-branding.ts')
  const { logoFrom } = await import('../documents/branding/logo.ts')
  const readLogo = (name: string, alt: string): Logo => logoFrom(readBytes(resolve(dirname(file), name)), alt)
  return brandingFrom(await valueIn(file), readLogo)
}

async function valueIn(file: string): Promise<unknown> {
  const value = await readValue(readBytes(file))
  if (!value.ok) throw new Refusal('invalid', `${file} cannot be read`, value.issues)
  return value.value
}
