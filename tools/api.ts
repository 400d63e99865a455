// `npm run api`: writes docs/openapi.json and docs/configuration.md from the routes and the settings of the server.
import { readFileSync, writeFileSync } from 'node:fs'
import { configurationTable } from '../src/server/configuration/configuration-table.ts'
import { openApiOf } from '../src/server/openapi/document.ts'
import { describedRoutes } from '../src/server/openapi/described-route.ts'
import { routes } from '../src/server/routes.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }
writeFileSync('docs/openapi.json', `${JSON.stringify(openApiOf(describedRoutes(routes), version), null, 2)}\n`)
writeFileSync('docs/configuration.md', configurationTable())
