// `npm run bench`: figures as ratios within one run, so that they mean the same on every machine.
import { coldStarts } from './bench/cold-start.ts'
import { documents } from './bench/documents.ts'
import { sources } from './bench/sources.ts'
import { server } from './bench/server.ts'
import { firstProof, growth, proof } from './bench/proof.ts'

const measured = [
  ...(await coldStarts()),
  await proof(),
  await firstProof(),
  await growth(),
  ...(await sources()),
  ...(await documents()),
  ...(await server()),
]

for (const { what, ratio, limit } of measured) {
  console.log(
    `${ratio <= limit ? 'ok    ' : 'OVER  '} ${what}: ${ratio.toFixed(2)} (${Number.isFinite(limit) ? `limit ${limit}` : 'no limit'})`,
  )
}
process.exitCode = measured.every(({ ratio, limit }) => ratio <= limit) ? 0 : 1
