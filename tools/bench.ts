// `npm run bench`: figures as ratios within one run, so that they mean the same on every machine.
import { coldStart } from './bench/cold-start.ts'
import { growth, proof } from './bench/proof.ts'

const measured = [await coldStart(), await proof(), await growth()]

for (const { what, ratio, limit } of measured) {
  console.log(`${ratio <= limit ? 'ok    ' : 'OVER  '} ${what}: ${ratio.toFixed(2)} (limit ${limit})`)
}
process.exitCode = measured.every(({ ratio, limit }) => ratio <= limit) ? 0 : 1
