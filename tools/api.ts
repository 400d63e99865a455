// `npm run api`: writes docs/openapi.json and docs/configuration.md from the routes and the settings of the server.
import { writeFileSync } from 'node:fs'
import { configurationTable } from '../src/server/configuration/configuration-table.ts'

writeFileSync('docs/configuration.md', configurationTable())
