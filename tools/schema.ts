// `npm run schema`: writes docs/matrix.schema.json from the schemas of the core.
import { writeFileSync } from 'node:fs'
import { matrixSchema } from '../src/documents/matrix-schema.ts'

writeFileSync('docs/matrix.schema.json', `${JSON.stringify(matrixSchema(), null, 2)}\n`)
