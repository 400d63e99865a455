// A branding file: how an MSP's documents look, written once in YAML or JSON beside its logo.
import { z } from 'zod'
import { issuesOf } from '../../core/schema-issues.ts'
import type { Branding, Logo } from '../../core/rendition/branding.ts'
import { plainBranding } from '../../core/rendition/branding.ts'
import { Refusal } from '../../core/refusal.ts'
import { Text } from '../../core/text.ts'
import { contrast, tintOf } from './colour.ts'

const Colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'a colour is six hexadecimal digits: "#1f3a5f"')
  .transform((colour) => colour.toLowerCase())

const BrandingFile = z.strictObject({
  name: Text.optional(),
  address: Text.optional(),
  logo: Text.optional(),
  logoText: Text.optional(),
  primary: Colour.refine(
    (colour) => contrast(colour, '#ffffff') >= 4.5,
    'white text on this colour is hard to read (contrast below 4.5 : 1); choose a darker one',
  ).optional(),
  tint: Colour.refine(
    (colour) => contrast(colour, '#1a1a1a') >= 7,
    'dark text on this colour is hard to read (contrast below 7 : 1); choose a lighter one',
  ).optional(),
})

/** @param readLogo the bytes behind the name that the file gives its logo */
export function brandingFrom(value: unknown, readLogo: (name: string, alt: string) => Logo): Branding {
  const file = BrandingFile.safeParse(value)
  if (!file.success) throw new Refusal('invalid', 'this is no branding file', issuesOf(file.error, value))
  const { name, address, logo, logoText, primary, tint } = file.data
  return {
    name,
    address,
    logo:
      logo === undefined ? undefined : readLogo(logo, logoText ?? (name === undefined ? 'Logo' : `Logo of ${name}`)),
    primary: primary ?? plainBranding.primary,
    tint: tint ?? (primary === undefined ? plainBranding.tint : tintOf(primary)),
  }
}
