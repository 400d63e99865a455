// Which passwords are taken: long ones that nobody guesses first. No rule about kinds of characters (NIST SP 800-63B-4, 3.1.1.2).
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../core/refusal.ts'

export const shortestPassword = 12
export const longestPassword = 256

/** Words that a password must not come down to: the person's name and address, the MSP's name. */
export type OwnWords = readonly string[]

/** Throws a refusal that says why. */
export function checkPassword(password: string, own: OwnWords): void {
  const fault = passwordFault(password, own)
  if (fault !== undefined) throw new Refusal('invalid', fault, [{ at: 'password', message: fault }])
}

export function passwordFault(password: string, own: OwnWords): string | undefined {
  if (Array.from(password).length < shortestPassword)
    return `The password is too short. Use ${shortestPassword} characters or more; a few unrelated words make a good one.`
  if (password.length > longestPassword) return `The password is longer than ${longestPassword} characters.`
  const plain = password.toLowerCase().normalize('NFKC')
  if (isLeaked(plain) || isLeaked(spelled(plain)))
    return 'This password is known from leaks: it is among the first that are tried. Choose another one.'
  if (isPattern(plain)) return 'This password is a pattern that is easy to guess. Choose another one.'
  if (isCommonBase(plain, [...commonBases, ...own.flatMap(wordsOf)]))
    return 'This password is a common word, or your own name, with a little added. Choose another one.'
  return undefined
}

let leaked: Buffer | undefined

function isLeaked(plain: string): boolean {
  leaked ??= readFileSync(join(import.meta.dirname, 'leaked-passwords.bin'))
  const mark = createHash('sha256').update(plain).digest().readUInt32BE(0)
  let [low, high] = [0, leaked.length / 4 - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = leaked.readUInt32BE(middle * 4)
    if (there === mark) return true
    if (there < mark) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** A few characters over and over, or neighbors on the keyboard or in the alphabet all along. */
function isPattern(plain: string): boolean {
  if (new Set(plain).size <= 3) return true
  if (/^(.{1,6}?)\1+.{0,5}$/u.test(plain)) return true
  const rows = [
    'abcdefghijklmnopqrstuvwxyz',
    '01234567890',
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
    '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  ]
  const both = rows.flatMap((row) => [row, Array.from(row).toReversed().join('')])
  let rest = plain
  for (const row of both)
    for (let size = row.length; size >= 4; size -= 1)
      for (let from = 0; from + size <= row.length; from += 1) rest = rest.replaceAll(row.slice(from, from + size), '')
  return rest.length <= 3
}

const commonBases = (
  'password passwort passphrase welcome letmein qwerty admin administrator changeme iloveyou secret master login monkey dragon ' +
  'football baseball sunshine princess summer winter autumn spring january february march april may june july august september ' +
  'october november december monday friday company default temporary temp test user guest access server computer internet demarc'
).split(' ')

/** What is left without digits, signs and the usual disguises is one or two of these words. */
function isCommonBase(plain: string, bases: readonly string[]): boolean {
  const known = new Set(bases)
  return [lettersOf(plain), lettersOf(spelled(plain))].some((letters) => {
    if (letters.length < 3) return letters.length === 0
    if (known.has(letters)) return true
    return bases.some(
      (base) =>
        letters.startsWith(base) && (known.has(letters.slice(base.length)) || letters.length - base.length <= 2),
    )
  })
}

function wordsOf(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .normalize('NFKC')
    .split(/[^\p{L}]+/u)
  return [...words, words.join('')].filter((word) => word.length >= 3)
}

function lettersOf(plain: string): string {
  return plain.replaceAll(/[^\p{L}]/gu, '')
}

const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** `p4ssw0rd` as it is meant; digits at the end are only added. */
function spelled(plain: string): string {
  return plain.replace(/[^\p{L}]+$/u, '').replaceAll(/[0134579@$!]/g, (sign) => disguises[sign] ?? sign)
}
