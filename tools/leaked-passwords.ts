// Makes src/usecases/sign-in/leaked-passwords.bin from lists of leaked passwords (a password a line, or a JSON list): of each that is long
// enough for us to be asked for, the first 32 bits of its SHA-256, sorted. `node tools/leaked-passwords.ts FILE ...`
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const shortest = 12
const target = join(import.meta.dirname, '../src/usecases/sign-in/leaked-passwords.bin')

const marks = new Set<number>()
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8')
  const words = file.endsWith('.json') ? (JSON.parse(text) as readonly string[]) : text.split(/\r?\n/)
  for (const word of words) if (word.length >= shortest) marks.add(markOf(word))
}
const sorted = Uint32Array.from(marks).sort()
const bytes = Buffer.alloc(sorted.length * 4)
sorted.forEach((mark, index) => bytes.writeUInt32BE(mark, index * 4))
writeFileSync(target, bytes)
console.log(`${sorted.length} passwords`)

function markOf(word: string): number {
  return createHash('sha256').update(word.toLowerCase().normalize('NFKC')).digest().readUInt32BE(0)
}
